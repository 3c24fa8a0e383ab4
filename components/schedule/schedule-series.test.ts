import { describe, expect, test } from 'vitest'
import { scheduleSeries, socAt, stretchAt } from '@/components/schedule/schedule-series'
import type { SegmentReason } from '@/lib/contract/explanations'
import type { EvSchedule } from '@/lib/contract/schedule'
import { HOUR_MS } from '@/lib/time/interval'

const from = Date.parse('2026-11-22T20:00:00Z')
const schedule: EvSchedule = {
  id: 's1',
  evId: 'bus-1',
  locationUid: 'north',
  plannedArrivalTime: new Date(from).toISOString(),
  plannedDepartureTime: new Date(from + 8 * HOUR_MS).toISOString(),
  targetSoC: 90,
  priority: 0,
  plan: {
    departureMarginMs: 600_000,
    schedule: { ev: { maxPowerkW: 150 }, settings: { minimumSoC: 40 } },
    pastSegments: [{ from: from - HOUR_MS, to: from, powerkW: 60, startSoc: 30, endSoc: 45, tag: ['minimum'] }],
    segments: [{ from, to: from + 2 * HOUR_MS, powerkW: 50, startSoc: 45, endSoc: 70, tag: ['something-new'] }],
  },
}

describe('scheduleSeries', () => {
  const series = scheduleSeries(schedule)

  test('reaches back to a connection before the planned arrival', () => {
    expect(series.from).toBe(from - HOUR_MS)
  })

  test('keeps what happened apart from what is planned, in order', () => {
    expect(series.stretches.map(({ past, phase, energykWh }) => [past, phase, energykWh])).toEqual([
      [true, 'minimum', 60],
      [false, 'bulk', 100],
    ])
  })

  test('knows the deadline, the maximum power and the minimum that the plan was made with', () => {
    expect(series).toMatchObject({
      deadline: from + 8 * HOUR_MS - 600_000,
      maxPowerkW: 150,
      minimumSoc: 40,
      targetSoc: 90,
    })
  })

  test('a schedule without a plan has its times and its target all the same', () => {
    const bare = scheduleSeries({ ...schedule, plan: undefined })
    expect(bare).toMatchObject({ from, to: from + 8 * HOUR_MS, deadline: from + 8 * HOUR_MS, stretches: [] })
  })
})

describe('a stretch’s reason', () => {
  const reasonsOf = (reasons: SegmentReason[]) =>
    scheduleSeries({ ...schedule, explanation: { slack: {}, reasons } }).stretches.map(({ reason }) => reason?.code)

  test('is the one of its time, also where the plan has been cut at the present since', () => {
    const before = { from: from - HOUR_MS / 2, to: from + 2 * HOUR_MS }
    expect(reasonsOf([{ ...before, code: 'held-at-peak', powerKw: 50, peakKw: 400 }])).toEqual([
      undefined,
      'held-at-peak',
    ])
  })

  test('is not given to a power that it does not speak of', () => {
    const all = { from: from - HOUR_MS, to: from + 2 * HOUR_MS }
    expect(reasonsOf([{ ...all, code: 'held-by-setting', powerKw: 60 }])).toEqual(['held-by-setting', undefined])
    expect(reasonsOf([{ ...all, code: 'waits-without-room' }])).toEqual([undefined, undefined])
  })

  test('does not exist where the planner says nothing', () => {
    expect(scheduleSeries(schedule).stretches.map(({ reason }) => reason)).toEqual([undefined, undefined])
  })
})

test('the state of charge rises evenly within a stretch', () => {
  const [past] = scheduleSeries(schedule).stretches
  expect(past && socAt(past, from - HOUR_MS / 2)).toBe(37.5)
})

test('a stretch begins at its first instant and ends before its last', () => {
  const { stretches } = scheduleSeries(schedule)
  expect([from - HOUR_MS, from, from + 2 * HOUR_MS].map((at) => stretchAt(stretches, at)?.powerkW)).toEqual([
    60,
    50,
    undefined,
  ])
})
