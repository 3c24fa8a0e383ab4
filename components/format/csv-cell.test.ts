import { expect, it } from 'vitest'
import { csvCell, plainCell } from '@/components/format/csv-cell'

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
