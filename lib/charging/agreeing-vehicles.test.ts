import { expect, test } from 'vitest'
import { agrees } from '@/lib/charging/agreeing-vehicles'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** From 40 % in an hour at 60 kW to 60 %, then an hour at rest. */
const SEGMENTS = [
  { from: 0, to: HOUR_MS, powerkW: 60, startSoc: 40, endSoc: 60 },
  { from: HOUR_MS, to: 2 * HOUR_MS, powerkW: 0, startSoc: 60, endSoc: 60 },
]

type Read = { soc: number | null; at: number; powerKw?: number; source?: 'posted' }

test.each<[string, Read, boolean]>([
  ['the SoC that the plan foresees', { soc: 50, at: HOUR_MS / 2, powerKw: 60 }, true],
  ['half a point less', { soc: 49.5, at: HOUR_MS / 2, powerKw: 58 }, true],
  ['over a point less', { soc: 48.9, at: HOUR_MS / 2, powerKw: 60 }, false],
  ['over a point more', { soc: 51.1, at: HOUR_MS / 2, powerKw: 60 }, false],
  ['less power, and not yet a point behind', { soc: 49.5, at: HOUR_MS / 2, powerKw: 0 }, true],
  ['over 5 % more power', { soc: 50, at: HOUR_MS / 2, powerKw: 66 }, false],
  ['power just after its order ended', { soc: 60, at: HOUR_MS + MINUTE_MS, powerKw: 60 }, true],
  ['power long after its order ended', { soc: 60, at: HOUR_MS + 5 * MINUTE_MS, powerKw: 60 }, false],
  ['a SoC that nobody measures', { soc: null, at: HOUR_MS / 2, powerKw: 60 }, true],
  ['what was read before the plan was made', { soc: 30, at: -MINUTE_MS, powerKw: 90 }, true],
  ['the first SoC that is measured, as it was posted', { soc: 50, at: HOUR_MS / 2, source: 'posted' }, false],
  ['power of a vehicle that never says its SoC', { soc: null, at: HOUR_MS / 2, powerKw: 60, source: 'posted' }, true],
])('%s', (_, { soc, at, powerKw, source = 'measured' as const }, expected) => {
  const readings = powerKw === undefined ? [] : [{ at, powerKw }]
  expect(agrees({ soc, socAt: soc === null ? null : at, source, segments: SEGMENTS }, readings)).toBe(expected)
})
