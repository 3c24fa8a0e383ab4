import type { PowerLimits } from '@/lib/db/schema/settings'
import type { PowerInterval, Site } from '@/lib/planner/problem'
import { withoutOverlaps } from '@/lib/site/week-levels'
import type { Interval } from '@/lib/time/interval'

/** What a location says of its limit; null where it says nothing. */
type Limited = { powerLimitKw: number | null; powerLimits: PowerLimits | null }

/** A planner's limit holds this much beyond the range too, for a stay that is tried with a later departure. */
const BEYOND_MS = 86_400_000

/**
 * The limit of the grid connection in `range`, as intervals that do not touch each other's time; nothing holds where
 * there is none. Dates override the usual limit, up or down.
 */
export function limitIntervals({ powerLimitKw, powerLimits }: Limited, range: Interval): PowerInterval[] {
  const usual = powerLimitKw === null ? [] : [{ ...range, value: powerLimitKw }]
  const dates = (powerLimits?.dates ?? []).map(({ powerkW, ...slot }) => ({ ...slot, value: powerkW }))
  return withoutOverlaps([...usual, ...dates], range).map(({ from, to, value }) => ({ from, to, powerkW: value }))
}

/**
 * The limit as the planner takes it, who knows one limit for all of the time and lower ones for a part of it: the
 * highest of `range`, and wherever less holds, that.
 */
export function plannerLimits(location: Limited, range: Interval): Pick<Site, 'powerLimitkW' | 'limits'> {
  const intervals = limitIntervals(location, { from: range.from, to: range.to + BEYOND_MS })
  const { powerLimitKw } = location
  if (powerLimitKw === null) return { powerLimitkW: null, limits: intervals }
  const highestKw = intervals.reduce((most, { powerkW }) => Math.max(most, powerkW), powerLimitKw)
  return { powerLimitkW: highestKw, limits: intervals.filter(({ powerkW }) => powerkW < highestKw) }
}

/** The limit that holds at an instant, null where there is none. */
export function limitAt(location: Limited, instant: number): number | null {
  return limitIntervals(location, { from: instant, to: instant + 1 })[0]?.powerkW ?? null
}

/**
 * A location's limits with those of [from, to) raised by `byKw`; dates before `now` are left out. Where nothing limits,
 * nothing is raised.
 */
export function raisedLimits(
  location: Limited,
  { from, to, byKw }: Interval & { byKw: number },
  now: number,
): PowerInterval[] {
  const raised = limitIntervals(location, { from, to }).map((part) => ({ ...part, powerkW: part.powerkW + byKw }))
  const others = (location.powerLimits?.dates ?? []).flatMap((date) => [
    { ...date, to: Math.min(date.to, from) },
    { ...date, from: Math.max(date.from, to) },
  ])
  return [...others, ...raised].filter((part) => part.from < part.to && part.to > now).sort((a, b) => a.from - b.from)
}
