import { dayAndTime, type Reading, timeOfDay } from '@/components/format/instant-format'
import { daysBetween } from '@/components/format/zone'
import type { EvSchedule } from '@/lib/contract/schedule'

type Times = Pick<EvSchedule, 'plannedArrivalTime' | 'plannedDepartureTime'>

/** A stay's times on the depot's clock: `Sun 22 Nov 18:14 – 04:50`, with the day of departure where it is not the next. */
export function stayTimes({ plannedArrivalTime, plannedDepartureTime }: Times, reading: Reading): string {
  const [arrival, departure] = [Date.parse(plannedArrivalTime), Date.parse(plannedDepartureTime)]
  const soon = daysBetween(arrival, departure, reading.zone) <= 1
  return reading.text('time.range', {
    from: dayAndTime(arrival, reading),
    to: soon ? timeOfDay(departure, reading) : dayAndTime(departure, reading),
  })
}

/** Whether a schedule is one occurrence of a rule: `<rule id>:<YYYYMMDD>`. Source: the contract, Recurrence. */
export function isOccurrence({ id }: Pick<EvSchedule, 'id'>): boolean {
  return ruleIdOf(id) !== null
}

/** Whether a schedule is a rule itself: an occurrence says its rule, too. */
export function isRule(schedule: Pick<EvSchedule, 'id' | 'recurrenceRule'>): boolean {
  return schedule.recurrenceRule !== undefined && !isOccurrence(schedule)
}

/** The id of the rule that an occurrence's id names, or null. */
export function ruleIdOf(scheduleId: string): string | null {
  return /^(.+):\d{8}$/.exec(scheduleId)?.[1] ?? null
}
