import { strFromU8, strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { withPlainPercents } from '@/components/import/percent-cells'

const SHEET = 'xl/worksheets/sheet1.xml'
/** The styles of cells: 0 general, 1 a percent, 2 a date, 3 one whose format only leaves room for a percent sign. */
const STYLES = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd.mm.yyyy hh:mm"/>
<numFmt numFmtId="165" formatCode="0_%;*%0"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="9"/>
<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`

function read(cells: string): string {
  const files = { 'xl/styles.xml': strToU8(STYLES), [SHEET]: strToU8(cells) }
  return strFromU8(withPlainPercents(files)[SHEET] ?? new Uint8Array())
}

it.each([
  ['a number', '<c r="C2"><v>1</v></c>', '<c r="C2"><v>1</v></c>'],
  ['a text', '<c r="C2" t="s"><v>4</v></c>', '<c r="C2" t="s"><v>4</v></c>'],
  ['a date', '<c r="C2" s="2"><v>46349.5</v></c>', '<c r="C2" s="2"><v>46349.5</v></c>'],
  ['a percent', '<c r="C2" s="1"><v>0.75</v></c>', '<c r="C2" s="1"><v>75</v></c>'],
])('an empty cell has no part in how %s after it is read', (_, cell, plain) => {
  for (const style of [0, 1]) {
    const empty = `<c r="A2" s="${style}"></c><c r="B2" s="${style}"/>`
    expect(read(`<row>${empty}${cell}</row>`)).toBe(`<row>${empty}${plain}</row>`)
  }
})

it('reads a sheet of many empty cells to its end', () => {
  const row = `<row>${'<c s="1"/>'.repeat(10)}</row>`
  const sheet = `<sheetData><row><c s="1"><v>0.5</v></c></row>${row.repeat(20_000)}</sheetData>`
  expect(read(sheet)).toBe(sheet.replace('0.5', '50'))
})

it('a percent sign as wide room or as a filling is no percent', () => {
  const cell = '<c s="3"><v>80</v></c>'
  expect(read(cell)).toBe(cell)
})
