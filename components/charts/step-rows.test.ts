import { expect, test } from 'vitest'
import { stepRows } from '@/components/charts/step-rows'

type Step = { from: number; to: number; power?: number; soc?: [number, number] }
const rowsOf = (steps: Step[]) =>
  stepRows(steps, ({ power, soc }, edge) => ({ power, soc: soc?.[edge === 'from' ? 0 : 1] })).map((row) => [
    row.at,
    row.power,
    row.soc,
  ])

test('stretches that follow one another have a point each, and the last one an end', () => {
  expect(
    rowsOf([
      { from: 0, to: 10, power: 5 },
      { from: 10, to: 30, power: 8 },
    ]),
  ).toEqual([
    [0, 5, undefined],
    [10, 8, undefined],
    [30, 8, undefined],
  ])
})

test('a value that the next stretch has not is held to its end', () => {
  expect(
    rowsOf([
      { from: 0, to: 10, power: 5, soc: [40, 50] },
      { from: 10, to: 20, soc: [50, 50] },
      { from: 20, to: 30, power: 7, soc: [50, 60] },
    ]),
  ).toEqual([
    [0, 5, 40],
    [10, 5, 50],
    [10, undefined, 50],
    [20, 7, 50],
    [30, 7, 60],
  ])
})

test('nothing is drawn across a gap in time', () => {
  expect(
    rowsOf([
      { from: 0, to: 10, power: 5 },
      { from: 20, to: 30, power: 5 },
    ]),
  ).toEqual([
    [0, 5, undefined],
    [10, 5, undefined],
    [10, undefined, undefined],
    [20, 5, undefined],
    [30, 5, undefined],
  ])
})

test('nothing has no points', () => {
  expect(rowsOf([])).toEqual([])
})
