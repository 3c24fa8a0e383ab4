import { dayAndTime, dayOf, type Reading, timeOfDay } from '@/components/format/instant-format'
import { daysBetween } from '@/components/format/zone'
import type { EvSchedule } from '@/lib/contract/schedule'
import type { Interval } from '@/lib/time/interval'

type Times = Pick<EvSchedule, 'plannedArrivalTime' | 'plannedDepartureTime'>

/** A stay's times on the depot's clock: `Sun 22 Nov 18:14 – 04:50`, with the day of departure where it is not the next. */
export function stayTimes({ plannedArrivalTime, plannedDepartureTime }: Times, reading: Reading): string {
  return dayAndTimes({ from: Date.parse(plannedArrivalTime), to: Date.parse(plannedDepartureTime) }, reading)
}

/** The same of an interval. */
export function dayAndTimes(interval: Interval, reading: Reading): string {
  return `${dayOf(interval.from, reading)} ${timesBetween(interval, reading)}`
}

/** Where the first day is said already: `18:14 – 04:50`, with the day of the end where it is not the next. */
export function timesBetween({ from, to }: Interval, reading: Reading): string {
  const soon = daysBetween(from, to, reading.zone) <= 1
  const until = soon ? timeOfDay(to, reading) : dayAndTime(to, reading)
  return reading.text('time.range', { from: timeOfDay(from, reading), to: until })
}

/** What is said of a date beside its day: its times, with their own day where it was moved to another. */
export function timesOnDay(day: string, interval: Interval, reading: Reading): string {
  return dayOf(interval.from, reading) === day ? timesBetween(interval, reading) : dayAndTimes(interval, reading)
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
