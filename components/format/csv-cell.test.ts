import { expect, it } from 'vitest'
import { csvCell, csvFile, plainCell } from '@/components/format/csv-cell'

it.each([
  ['12', '12'],
  ['-3.5', '-3.5'],
  ['12 "old", red', '"12 ""old"", red"'],
  ['=1+1', "'=1+1"],
  ['x;=HYPERLINK(1)', "x;'=HYPERLINK(1)"],
  ['x; @SUM(1)', "x; '@SUM(1)"],
  ['x\t+1', "x\t'+1"],
  ['x\n-1', '"x\n\'-1"'],
  ['x;"=1"', '"x;""\'=1"""'],
  ['a;b-c', 'a;b-c'],
])('writes %j as %j, which no spreadsheet runs, whatever separates its cells', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})

it.each(['=1+1', 'x;=HYPERLINK(1)', 'x; @SUM(1);=2', 'a;b', "it's"])('reads %j as it was written', (value) => {
  expect(plainCell(csvCell(value))).toBe(value)
})

it('is written as the spreadsheets of a language read it, and no text of it is run as a formula', () => {
  const lines = [
    ['name', 'kWh', 'x'],
    ['a;b', 420.5, 'x,=1'],
    ['-3.5', -3.5, true],
  ]
  expect(csvFile(lines)).toBe('name,kWh,x\r\na;b,420.5,"x,=1"\r\n-3.5,-3.5,true\r\n')
  expect(csvFile(lines, 'en-GB')).toBe(csvFile(lines))
  expect(csvFile(lines, 'de-DE')).toBe('name;kWh;x\r\n"a;b";420,5;x,\'=1\r\n-3.5;-3,5;true\r\n')
  expect(csvFile(lines, 'fi-FI')).toBe(csvFile(lines, 'de-DE'))
})

it.each(['=1+1', 'x,=HYPERLINK(1)', "it's", 'a,b'])('reads %j between semicolons as it was written', (value) => {
  expect(plainCell(csvCell(value, { separator: ';', decimal: ',' }), ';')).toBe(value)
})
