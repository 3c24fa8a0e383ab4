import fc from 'fast-check'
import { readSheet } from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { type XlsxCell, xlsxFile } from '@/components/ui/xlsx-file'

const read = async (lines: XlsxCell[][]) => readSheet(await xlsxFile(lines).arrayBuffer(), { trim: false })

describe('xlsxFile', () => {
  it('is a workbook with texts, numbers, yes, no and empty cells, in columns beyond Z too', async () => {
    const wide = Array.from({ length: 30 }, (_, at) => `c${at}`)
    expect(await read([wide, ['=1+1', 420.5, '', '<a & "b">', true, false]])).toEqual([
      wide,
      ['=1+1', 420.5, null, '<a & "b">', true, false, ...Array(24).fill(null)],
    ])
  })

  it('gives back what was written, whatever it is', async () => {
    const text = fc
      .string({ minLength: 1, maxLength: 10, unit: 'grapheme' })
      .map((value) => `x${value.replace(/[\p{C}\r\n]/gu, '')}x`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.integer()), { minLength: 1, maxLength: 5 }), async (lines) => {
        expect(await read(lines)).toEqual(lines)
      }),
      { numRuns: 30 },
    )
  })

  it('leaves out what XML cannot hold', async () => {
    expect(await read([['a\u0000\u0008\uFFFEb\uD800']])).toEqual([['ab\uFFFD']])
  })
})
