import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impossibilities } from '@/lib/locations/settings'
import { arbitraryDates } from '@/lib/planning/fixtures/arbitrary-depot'
import { locationValue, NOW } from '@/lib/planning/fixtures/depot-values'
import { limitAt, limitIntervals, plannerLimits, raisedLimits } from '@/lib/site/power-limits'

const HOUR = 3_600_000
const MINUTE = 60_000
const range = { from: NOW, to: NOW + 10 * HOUR }
const beyond = range.to + 24 * HOUR
const date = (fromHour: number, toHour: number, powerkW: number) => ({
  ...{ from: NOW + fromHour * HOUR, to: NOW + toHour * HOUR, powerkW },
})

describe('plannerLimits', () => {
  it.each([
    ['no limit', null, [], { powerLimitkW: null, limits: [] }],
    ['the usual limit', 100, [], { powerLimitkW: 100, limits: [] }],
    ['a lower limit for a time', 100, [date(1, 2, 60)], { powerLimitkW: 100, limits: [date(1, 2, 60)] }],
    [
      'a limit for a time where there is none',
      null,
      [date(1, 2, 60)],
      { powerLimitkW: null, limits: [date(1, 2, 60)] },
    ],
    [
      'a higher limit for a time: around it the usual one, beyond the last departure too',
      100,
      [date(1, 2, 150)],
      { powerLimitkW: 150, limits: [date(0, 1, 100), { from: NOW + 2 * HOUR, to: beyond, powerkW: 100 }] },
    ],
    [
      'a higher and a lower one',
      100,
      [date(-1, 3, 150), date(3, 4, 20)],
      { powerLimitkW: 150, limits: [date(3, 4, 20), { from: NOW + 4 * HOUR, to: beyond, powerkW: 100 }] },
    ],
    ['a date that is over', 100, [date(-3, 0, 20)], { powerLimitkW: 100, limits: [] }],
    ['a date of another day', 100, [date(40, 41, 500)], { powerLimitkW: 100, limits: [] }],
    ['a date that says what is usual', 100, [date(1, 2, 100)], { powerLimitkW: 100, limits: [] }],
  ])('makes of %s what the planner understands', (_, powerLimitKw, dates, expected) => {
    expect(plannerLimits({ powerLimitKw, powerLimits: { dates } }, range)).toEqual(expected)
  })

  it('holds at every moment what the dates say, and else the usual limit', () => {
    const usual = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })
    const minute = fc.integer({ min: 0, max: 10 * 60 - 1 })
    fc.assert(
      fc.property(usual, arbitraryDates(), minute, (powerLimitKw, dates, minutes) => {
        const at = NOW + minutes * MINUTE
        const said = dates.find(({ from, to }) => from <= at && at < to)?.powerkW ?? powerLimitKw
        const location = { powerLimitKw, powerLimits: { dates } }
        const { powerLimitkW, limits } = plannerLimits(location, range)
        const holding = limits.filter(({ from, to }) => from <= at && at < to).map(({ powerkW }) => powerkW)
        const least = Math.min(powerLimitkW ?? Number.POSITIVE_INFINITY, ...holding)
        expect(least).toBe(said ?? Number.POSITIVE_INFINITY)
        expect(limitAt(location, at)).toBe(said)
      }),
    )
  })
})

describe('raisedLimits', () => {
  it('raises what holds in its time, and leaves out what is over', () => {
    const location = { powerLimitKw: 100, powerLimits: { dates: [date(-2, -1, 10), date(1, 3, 60), date(8, 9, 50)] } }
    const raised = raisedLimits(location, { from: NOW + 2 * HOUR, to: NOW + 4 * HOUR, byKw: 20 }, NOW)
    expect(raised).toEqual([date(1, 2, 60), date(2, 3, 80), date(3, 4, 120), date(8, 9, 50)])
  })

  it('gives dates that a location takes, higher inside its time and as they were outside', () => {
    const usual = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })
    const minutes = fc.integer({ min: 0, max: 10 * 60 })
    fc.assert(
      fc.property(usual, arbitraryDates(), minutes, minutes, minutes, (powerLimitKw, dates, a, b, c) => {
        const [from, to] = [NOW + Math.min(a, b) * MINUTE, NOW + (Math.max(a, b) + 1) * MINUTE]
        const before = { powerLimitKw, powerLimits: { dates } }
        const raised = raisedLimits(before, { from, to, byKw: 7 }, NOW)
        const after = { powerLimitKw, powerLimits: { dates: raised } }
        expect(impossibilities(locationValue(after))).toEqual([])
        const at = NOW + c * MINUTE
        const was = limitAt(before, at)
        expect(limitAt(after, at)).toBe(was !== null && from <= at && at < to ? was + 7 : was)
        expect(limitIntervals(after, { from: NOW, to: NOW }).length).toBe(0)
      }),
    )
  })
})
