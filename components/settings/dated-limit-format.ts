import { dayAndTime, dayOf, type Reading, timeOfDay } from '@/components/format/instant-format'
import type { DatedLimit } from '@/components/settings/depot-draft'

/** The limits that hold now or later, the next first; those of the past no longer matter. `now` is epoch ms. */
export function comingLimits(limits: readonly DatedLimit[], now: number): DatedLimit[] {
  return limits
    .filter(({ to }) => Date.parse(to) > now)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from) || Date.parse(a.to) - Date.parse(b.to))
}

/** When a limit holds: `Mon 23 Nov 03:00 – 04:10`, with a second day where it ends on another. */
export function timesWords({ from, to }: DatedLimit, reading: Reading): string {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const isOneDay = dayOf(start, reading) === dayOf(end, reading) && end - start < 86_400_000
  const until = isOneDay ? timeOfDay(end, reading) : dayAndTime(end, reading)
  return reading.text('time.range', { from: dayAndTime(start, reading), to: until })
}
