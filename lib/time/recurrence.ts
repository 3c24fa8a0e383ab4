import { parseRecurrenceRule, type RuleFault, type Until } from '@/lib/contract/recurrence-rule'
import { type Day, dayOfWall, LAST_DAY } from '@/lib/time/calendar-day'
import { DAY_MS, type Interval, SECOND_MS } from '@/lib/time/interval'
import { RuleDays } from '@/lib/time/rule-days'
import { type TimeZone, timeZone } from '@/lib/time/time-zone'

/** A recurring stay: its first arrival and departure (epoch ms), its RRULE value, and the zone that it recurs in. */
export type RecurringStay = { arrival: number; departure: number; rule: string; timeZone: string }

/** One occurrence of a rule: the local date of its arrival, and its times (epoch ms), `departure > arrival`. */
export type Occurrence = { day: Day; arrival: number; departure: number }

/** So many occurrences in a row that a clock change empties, and the rule has none: their departure precedes their arrival. */
const MAX_EMPTY_NIGHTS = 100

/**
 * The occurrences of a recurring stay. Arrival and departure keep their wall-clock times in the zone, and the departure its
 * day offset, across a clock change; an occurrence that the change empties does not exist, but COUNT counts it.
 */
export class Recurrence {
  private readonly zone: TimeZone
  private readonly days: RuleDays
  private readonly arrivalTime: number
  /** From the midnight that begins the day of arrival to the departure, in wall time. */
  private readonly departureTime: number

  constructor(stay: RecurringStay, parts: ReturnType<typeof parseRecurrenceRule>['parts']) {
    this.zone = timeZone(stay.timeZone)
    const arrival = this.zone.toWall(stay.arrival)
    const first = dayOfWall(arrival)
    this.arrivalTime = arrival - first * DAY_MS
    this.departureTime = this.zone.toWall(stay.departure) - first * DAY_MS
    this.days = new RuleDays(parts, first, parts.until ? this.lastDay(parts.until) : LAST_DAY)
  }

  /** Whether the first arrival is itself a day of the rule. */
  startsOnRule(): boolean {
    return this.days.has(this.days.first)
  }

  /** The occurrence of a day, null when the rule has none there. */
  on(day: Day): Occurrence | null {
    return this.days.has(day) ? this.occurrence(day) : null
  }

  /** The occurrences whose `[arrival, departure)` overlaps `range`, by arrival. */
  overlapping(range: Interval): Occurrence[] {
    return [...this.walk(range)]
  }

  /** What `overlapping` gives, one after the other: a caller that has seen enough does not pay for the rest. */
  *walk({ from, to }: Interval): Generator<Occurrence> {
    const firstDay = dayOfWall(this.zone.toWall(from)) - this.reachDays()
    const lastDay = dayOfWall(this.zone.toWall(to)) + 1
    for (const day of this.days.between(firstDay, lastDay)) {
      const occurrence = this.occurrence(day)
      if (occurrence && occurrence.arrival < to && occurrence.departure > from) yield occurrence
    }
  }

  /** The first occurrence that departs after `instant`, null when none is left. */
  nextDepartingAfter(instant: number): Occurrence | null {
    let from = dayOfWall(this.zone.toWall(instant)) - this.reachDays()
    for (let empty = 0; empty < MAX_EMPTY_NIGHTS; ) {
      const day = this.days.next(from)
      if (day === null) return null
      const occurrence = this.occurrence(day)
      if (occurrence && occurrence.departure > instant) return occurrence
      if (!occurrence) empty++
      from = day + 1
    }
    return null
  }

  private reachDays(): number {
    return Math.ceil(this.departureTime / DAY_MS) + 1
  }

  private occurrence(day: Day): Occurrence | null {
    const midnight = day * DAY_MS
    const arrival = this.zone.toInstant(midnight + this.arrivalTime)
    const departure = this.zone.toInstant(midnight + this.departureTime)
    return departure > arrival ? { day, arrival, departure } : null
  }

  /** UNTIL is inclusive: an instant and a wall time for the arrival itself, a date for the day of the arrival. */
  private lastDay({ kind, value }: Until): Day {
    if (kind === 'date') return dayOfWall(value)
    const day = dayOfWall(kind === 'wall' ? value : this.zone.toWall(value))
    const wall = day * DAY_MS + this.arrivalTime
    const arrival = kind === 'wall' ? wall : this.zone.toInstant(wall)
    return arrival <= value ? day : day - 1
  }
}

const MAX_COMPILED = 5_000
const compiled = new Map<string, Recurrence>()

/**
 * The recurrence of a stay that was accepted before; the same stay gives the same object, so that a fleet's range is
 * read without parsing a rule twice. Faults are not looked at: see {@link checkRecurrence}.
 */
export function recurrenceOf(stay: RecurringStay): Recurrence {
  const key = `${stay.arrival} ${stay.departure} ${stay.timeZone} ${stay.rule}`
  const known = compiled.get(key)
  if (known) return known
  if (compiled.size >= MAX_COMPILED) compiled.clear()
  const recurrence = new Recurrence(stay, parseRecurrenceRule(stay.rule).parts)
  compiled.set(key, recurrence)
  return recurrence
}

/** Every fault of a recurring stay that someone wants to store (RFC 5545, 3.3.10, and the contract's "Recurrence"). */
export function checkRecurrence(stay: RecurringStay): RuleFault[] {
  const { parts, faults } = parseRecurrenceRule(stay.rule)
  const impossible = (message: string) => faults.push({ kind: 'impossible', message })
  if (stay.arrival % SECOND_MS !== 0) impossible('needs a first arrival in whole seconds')
  if (faults.length === 0 && !new Recurrence(stay, parts).startsOnRule())
    impossible(`must match the first arrival, which is no occurrence of it in ${stay.timeZone}`)
  return faults
}

/** The first two occurrences of a rule in `range`, but for those of `except`, that share time; null when its stays are apart. */
export function ownOverlap(
  recurrence: Recurrence,
  range: Interval,
  except: ReadonlySet<Day> = new Set(),
): [Occurrence, Occurrence] | null {
  let before: Occurrence | undefined
  for (const after of recurrence.walk(range)) {
    if (except.has(after.day)) continue
    if (before && after.arrival < before.departure) return [before, after]
    before = after
  }
  return null
}
