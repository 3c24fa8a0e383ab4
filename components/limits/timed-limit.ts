import { quantityOf } from '@/components/format/typed-number'
import { instantOfClock, wallClock } from '@/components/format/wall-clock'
import type { DatedLimit } from '@/components/settings/depot-draft'
import { toTimestamp } from '@/lib/contract/timestamp'
import { HOUR_MS, QUARTER_MS } from '@/lib/time/interval'

const USUAL_MS = 3 * HOUR_MS

/** A limit for a time while it is typed: times as the depot's clock shows them, empty for none. */
export type LimitDraft = { powerkW: string; from: string; to: string; note: string }

/** A new limit: from the quarter-hour that goes on, for three hours. */
export function newLimitDraft(zone: string, now: number): LimitDraft {
  const from = Math.floor(now / QUARTER_MS) * QUARTER_MS
  return { powerkW: '', from: wallClock(from, zone), to: wallClock(from + USUAL_MS, zone), note: '' }
}

/** What is wrong with a draft, or the limit that it says. */
export function limitOf(
  { powerkW, from, to, note }: LimitDraft,
  zone: string,
  now: number,
): { limit: DatedLimit } | { fault: 'power' | 'from' | 'to' | 'order' | 'over' } {
  const kw = quantityOf(powerkW)
  if (powerkW.trim() === '' || !Number.isFinite(kw) || kw < 0) return { fault: 'power' }
  const [begin, end] = [instantOfClock(from, zone), instantOfClock(to, zone)]
  if (begin === null) return { fault: 'from' }
  if (end === null) return { fault: 'to' }
  if (end <= begin) return { fault: 'order' }
  if (end <= now) return { fault: 'over' }
  const words = note.trim()
  return {
    limit: { from: toTimestamp(begin), to: toTimestamp(end), powerkW: kw, ...(words !== '' && { note: words }) },
  }
}

/**
 * A depot's limits with one more, which holds in its time instead of what they say there. Those that are over are left
 * out; one instant has one limit, as the API wants it.
 */
export function withLimit(limits: readonly DatedLimit[], limit: DatedLimit, now: number): DatedLimit[] {
  const others = limits.flatMap((other) => [
    { ...other, to: earlier(other.to, limit.from) },
    { ...other, from: later(other.from, limit.to) },
  ])
  return [...others, limit]
    .filter(({ from, to }) => Date.parse(from) < Date.parse(to) && Date.parse(to) > now)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
}

const earlier = (a: string, b: string) => (Date.parse(a) <= Date.parse(b) ? a : b)
const later = (a: string, b: string) => (Date.parse(a) >= Date.parse(b) ? a : b)
