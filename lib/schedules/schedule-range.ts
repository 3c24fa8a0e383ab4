import { Limits } from '@/lib/contract/schedule'
import { malformed } from '@/lib/errors'
import { DAY_MS, HOUR_MS, type Interval } from '@/lib/time/interval'

/** What a query asks for: `from` and `to` as sent (epoch ms). */
export type RangeQuery = { from?: number; to?: number }

/** Dated schedules and occurrences of rules may be asked for differently: without a range all dated ones are meant. */
export type ScheduleRange = { dated: Interval; occurrences: Interval }

const BACK_MS = 24 * HOUR_MS
const AHEAD_MS = 14 * DAY_MS
const ALWAYS = Number.MAX_SAFE_INTEGER

/**
 * The range of a list ("Ranges" of the contract).
 * @param all without a range: every dated schedule (a vehicle), or those from 24 h ago on (a location)
 * @throws Refusal 400 when it is empty, backwards or too long
 */
export function scheduleRange({ from, to }: RangeQuery, now: number, all: 'ever' | 'from yesterday'): ScheduleRange {
  if (from === undefined && to === undefined) {
    const dated = { from: all === 'ever' ? -ALWAYS : now - BACK_MS, to: ALWAYS }
    return { dated, occurrences: { from: now - BACK_MS, to: now + AHEAD_MS } }
  }
  const range = { from: from ?? (to ?? now) - BACK_MS, to: to ?? (from ?? now) + AHEAD_MS }
  if (range.to <= range.from) throw malformed([{ path: 'to', message: 'must be later than from' }])
  if (range.to - range.from > Limits.rangeDays * DAY_MS)
    throw malformed([{ path: 'to', message: `must be at most ${Limits.rangeDays} days after from` }])
  return { dated: range, occurrences: range }
}
