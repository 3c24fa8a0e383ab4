import { expect, test } from 'vitest'
import { scheduleRows } from '@/components/schedule/schedule-rows'
import type { PowerStretch } from '@/components/schedule/schedule-series'

const stretch = (from: number, to: number, more: Partial<PowerStretch>): PowerStretch => ({
  ...{ from, to, powerkW: 50, energykWh: 0, phase: 'bulk', past: false },
  ...{ paused: false, limited: false, unlimited: false },
  ...more,
})
const rowsOf = (stretches: PowerStretch[]) => scheduleRows(stretches).map(({ step, ...row }) => row)

test('what happened and what is planned are drawn apart, and meet at the present', () => {
  const rows = rowsOf([
    stretch(0, 10, { past: true, startSoc: 40, endSoc: 50 }),
    stretch(10, 30, { powerkW: 80, startSoc: 50, endSoc: 70 }),
  ])
  expect(rows).toEqual([
    { at: 0, 'bulk-past': 50, 'soc-past': 40 },
    { at: 10, 'bulk-past': 50, 'soc-past': 50 },
    { at: 10, 'bulk-planned': 80, 'soc-planned': 50 },
    { at: 30, 'bulk-planned': 80, 'soc-planned': 70 },
  ])
})

test('a pause draws no power, and the charge goes on through it', () => {
  const rows = rowsOf([
    stretch(0, 10, { startSoc: 40, endSoc: 50 }),
    stretch(10, 20, { powerkW: 0, phase: 'idle', startSoc: 50, endSoc: 50 }),
    stretch(20, 30, { startSoc: 50, endSoc: 60 }),
  ])
  expect(rows.map((row) => [row.at, row['bulk-planned'], row['soc-planned']])).toEqual([
    [0, 50, 40],
    [10, 50, 50],
    [10, undefined, 50],
    [20, 50, 50],
    [30, 50, 60],
  ])
})

test('a stretch whose charge is not known has none', () => {
  expect(rowsOf([stretch(0, 10, { startSoc: 40 })]).map((row) => row['soc-planned'])).toEqual([undefined, undefined])
})
