import { parseRecurrenceRule } from '@/lib/contract/recurrence-rule'
import type { OccurrenceChange } from '@/lib/db/schema/schedule'
import { reviseRule } from '@/lib/schedules/revise-rule'
import { occurrenceOn } from '@/lib/schedules/rule-occurrences'
import { currentVersion, type OccurrenceException, type Rule, type ScheduleState } from '@/lib/schedules/schedule-state'
import type { Day } from '@/lib/time/calendar-day'
import { timeZone } from '@/lib/time/time-zone'

/**
 * Lets a rule recur in another time zone from `now` (epoch ms) on: its wall-clock times stay, those of single changed
 * occurrences and its UNTIL too, so its instants move. What has begun or is past stays as it was. Pure.
 */
export function putRuleInZone(draft: ScheduleState, rule: Rule, zone: string, now: number): void {
  const current = currentVersion(rule)
  const [from, to] = [timeZone(current.timeZone), timeZone(zone)]
  const moved = (instant: number) => to.toInstant(from.toWall(instant))
  const terms = {
    ...current,
    timeZone: zone,
    arrival: moved(current.arrival),
    departure: moved(current.departure),
    recurrenceRule: movedUntil(current.recurrenceRule, moved),
  }
  const keep = (day: Day, exception: OccurrenceException): OccurrenceException => {
    const occurrence = exception.skipped ? null : occurrenceOn(rule, day)
    if (!occurrence || occurrence.begunAt <= now) return exception
    return { ...exception, changes: movedTimes(exception.changes, moved) }
  }
  reviseRule(draft, rule, terms, now, keep)
}

function movedTimes(changes: OccurrenceChange, moved: (instant: number) => number): OccurrenceChange {
  const { arrival, departure } = changes
  return {
    ...changes,
    ...(arrival !== undefined && { arrival: moved(arrival) }),
    ...(departure !== undefined && { departure: moved(departure) }),
  }
}

const LATEST_UNTIL = Date.UTC(9999, 11, 31, 23, 59, 59)

/** UNTIL as an instant is compared with arrivals: left where it is, a night at the rule's end would go or come. */
function movedUntil(rule: string, moved: (instant: number) => number): string {
  const { until } = parseRecurrenceRule(rule).parts
  if (until?.kind !== 'instant') return rule
  const written = new Date(Math.min(moved(until.value), LATEST_UNTIL)).toISOString().replace(/[-:]|\.\d+/g, '')
  return rule.replace(/UNTIL=[^;]*/, `UNTIL=${written}`)
}
