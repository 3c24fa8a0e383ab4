import { Temporal } from 'temporal-polyfill'
import type { ImportSchedule } from '@/lib/import/import-file'
import { DAY_MS } from '@/lib/time/interval'

/**
 * Replays a week as if it were this one: each stay moves by the fewest whole weeks after which it departs later than
 * `now`, so the whole week lies around and ahead of now. It keeps its weekday and its wall-clock times in `timeZone`.
 * A stay that an earlier run has put one week before that, and that left within the last day, stays there: a second
 * run changes nothing.
 * @param isStored whether the depot has a stay of this vehicle with this departure (epoch ms)
 */
export function shiftToNow(
  schedules: readonly ImportSchedule[],
  now: number,
  timeZone: string,
  isStored: (vehicleId: string, departure: number) => boolean,
): ImportSchedule[] {
  return schedules.map((schedule) => {
    let weeks = Math.floor((now - schedule.departure) / (7 * DAY_MS)) - 1
    while (addWeeks(schedule.departure, weeks, timeZone) <= now) weeks++
    const before = addWeeks(schedule.departure, weeks - 1, timeZone)
    if (before > now - DAY_MS && isStored(schedule.vehicleId, before)) weeks--
    return {
      ...schedule,
      arrival: addWeeks(schedule.arrival, weeks, timeZone),
      departure: addWeeks(schedule.departure, weeks, timeZone),
    }
  })
}

/** Moves an instant by whole weeks on the wall clock of a zone. */
function addWeeks(instant: number, weeks: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).add({ weeks }).epochMilliseconds
}
