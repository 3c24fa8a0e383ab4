import { localTimeOf, startOfDay } from '@/components/format/zone'
import { HOUR_MS } from '@/lib/time/interval'
import { timeZone } from '@/lib/time/time-zone'

/** A mark of a time axis; `midnight` begins a local day. */
export type Tick = { at: number; midnight: boolean }

/** Hours between marks, so that labels of `labelPx` keep apart at this scale. */
export function tickStepHours(msPerPx: number, labelPx = 64): number {
  const least = (msPerPx * labelPx) / HOUR_MS
  return [1, 2, 3, 6, 12].find((step) => step >= least) ?? 24
}

/**
 * The marks of a time axis in `[from, to)`: every `stepHours` of the local clock from midnight, so that they stand at
 * 06:00 and 12:00 on every day. Hour by hour, a night that DST makes shorter has 23 marks and a longer one 25.
 */
export function zoneTicks(from: number, to: number, zone: string, stepHours: number): Tick[] {
  const ticks: Tick[] = []
  for (let day = startOfDay(from, zone); day < to; day = startOfDay(day, zone, 1)) {
    const next = startOfDay(day, zone, 1)
    for (const at of marksOfDay(day, next, zone, stepHours)) {
      if (at >= from && at < to) ticks.push({ at, midnight: at === day })
    }
  }
  return ticks
}

function marksOfDay(day: number, next: number, zone: string, stepHours: number): number[] {
  if (stepHours === 1)
    return Array.from({ length: Math.ceil((next - day) / HOUR_MS) }, (_, hour) => day + hour * HOUR_MS)
  const clock = timeZone(zone)
  const midnight = Math.floor(clock.toWall(day) / (24 * HOUR_MS)) * 24 * HOUR_MS
  const marks = [day]
  for (let hour = stepHours; hour < 24; hour += stepHours) {
    const at = clock.toInstant(midnight + hour * HOUR_MS)
    if (at > (marks.at(-1) ?? day) && at < next && localTimeOf(at, zone).hour === hour) marks.push(at)
  }
  return marks
}
