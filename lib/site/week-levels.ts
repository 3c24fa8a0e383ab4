import { WEEKDAYS } from '@/lib/contract/enumerations'
import type { BaseLoad, Tariff } from '@/lib/db/schema/settings'
import type { PowerInterval } from '@/lib/planner/problem'
import { dayOfWall, weekdayOf } from '@/lib/time/calendar-day'
import { DAY_MS, HOUR_MS, type Interval, MINUTE_MS } from '@/lib/time/interval'
import { type TimeZone, timeZone } from '@/lib/time/time-zone'

export type Level = Interval & { value: number }
type WeekSlot = { day: (typeof WEEKDAYS)[number]; from: string; to: string; value: number }

/** The site's own consumption in `range`, as intervals that do not touch each other's time; 0 kW where there is none. */
export function baseLoadIntervals(baseLoad: BaseLoad | null, zone: string, range: Interval): PowerInterval[] {
  const weekly = (baseLoad?.weekly ?? []).map(({ powerkW, ...slot }) => ({ ...slot, value: powerkW }))
  const dates = (baseLoad?.dates ?? []).map(({ powerkW, ...slot }) => ({ ...slot, value: powerkW }))
  return levelsOf(weekly, dates, zone, range).map(({ from, to, value }) => ({ from, to, powerkW: value }))
}

/** What a tariff says that a kWh costs in `range`, as levels that do not touch each other's time. */
export function tariffLevels(tariff: Tariff | null, zone: string, range: Interval): Level[] {
  const weekly = (tariff?.weekly ?? []).map(({ perkWh, ...slot }) => ({ ...slot, value: perkWh }))
  const dates = (tariff?.dates ?? []).map(({ perkWh, ...slot }) => ({ ...slot, value: perkWh }))
  return levelsOf(weekly, dates, zone, range)
}

/** Dates override the typical week; where two of one kind overlap, the later in the list holds. */
function levelsOf(weekly: WeekSlot[], dates: Level[], zone: string, range: Interval): Level[] {
  const clock = timeZone(zone)
  const days = weekly.length === 0 ? [] : daysTouching(clock, range)
  const typical = days.flatMap((day) =>
    weekly
      .filter((slot) => WEEKDAYS.indexOf(slot.day) === weekdayOf(day))
      .map((slot) => ({ ...instantsOf(slot, day, clock), value: slot.value })),
  )
  const midnights = days.map((day) => clock.toInstant((day + 1) * DAY_MS))
  return withoutOverlaps([...withoutMinuteGaps(typical, midnights), ...dates], range)
}

/**
 * A slot that ends a minute before the next one begins, or before midnight, goes on until then: people write 05:59 and
 * 23:59, and each such minute without a base load or with an assumed price would become a pulse.
 */
function withoutMinuteGaps(typical: readonly Level[], midnights: readonly number[]): Level[] {
  const starts = new Set(typical.map(({ from }) => from))
  const ends = new Set([...starts, ...midnights])
  return typical.map((level) => {
    const next = level.to + MINUTE_MS
    return ends.has(next) && !starts.has(level.to) ? { ...level, to: next } : level
  })
}

/** The local days of `range`, and the one before it, whose slots may reach over midnight. */
function daysTouching(clock: TimeZone, range: Interval): number[] {
  const first = dayOfWall(clock.toWall(range.from)) - 1
  const last = dayOfWall(clock.toWall(range.to))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** A slot keeps its wall-clock times, so it is an hour longer or shorter on a day whose clock changes within it. */
function instantsOf(slot: WeekSlot, day: number, clock: TimeZone): Interval {
  const from = minutesOf(slot.from)
  const to = minutesOf(slot.to)
  const overMidnight = to < from ? DAY_MS : 0
  return {
    from: clock.toInstant(day * DAY_MS + from * MINUTE_MS),
    to: clock.toInstant(day * DAY_MS + to * MINUTE_MS + overMidnight),
  }
}

function minutesOf(wallTime: string): number {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number)
  return hours * (HOUR_MS / MINUTE_MS) + minutes
}

/** Paints one level over the other and reads off what is seen: sorted, apart from each other, alike neighbours joined. */
export function withoutOverlaps(levels: Level[], range: Interval): Level[] {
  const inside = levels
    .map(({ from, to, value }) => ({ from: Math.max(from, range.from), to: Math.min(to, range.to), value }))
    .filter(({ from, to }) => from < to)
  const cuts = [...new Set(inside.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const positionOf = new Map(cuts.map((cut, position) => [cut, position]))
  const seen: (number | undefined)[] = new Array(cuts.length).fill(undefined)
  for (const { from, to, value } of inside) seen.fill(value, positionOf.get(from), positionOf.get(to))
  return joined(cuts, seen)
}

function joined(cuts: number[], seen: (number | undefined)[]): Level[] {
  const levels: Level[] = []
  cuts.forEach((from, position) => {
    const value = seen[position]
    const to = cuts[position + 1]
    if (value === undefined || to === undefined) return
    const last = levels.at(-1)
    if (last && last.to === from && last.value === value) last.to = to
    else levels.push({ from, to, value })
  })
  return levels
}
