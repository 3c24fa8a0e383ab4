import type { OccurrenceException, Rule, RuleTerms, RuleVersion, StayWindow } from '@/lib/schedules/schedule-state'
import { detailsOf, type StayDetails } from '@/lib/stays/stay-details'
import { type Day, formatDay, parseDay } from '@/lib/time/calendar-day'
import { DAY_MS, type Interval } from '@/lib/time/interval'
import { placeOf } from '@/lib/time/place-of'
import { type Occurrence, type Recurrence, recurrenceOf } from '@/lib/time/recurrence'

/**
 * One occurrence of a rule as it will be: what the rule says, with that occurrence's change. `begunAt` is its arrival, or the
 * arrival that it had when it began.
 */
export type RuleOccurrence = StayDetails & OccurrenceTimes & { id: string; ruleId: string }

/** Where and when an occurrence is, without what is asked of it: thousands are compared before one is shown. */
export type OccurrenceTimes = StayWindow & { day: Day; version: RuleVersion; changed: boolean; begunAt: number }

/** A stay lasts at most this long. */
export const LONGEST_MS = 31 * DAY_MS

/** `<rule id>:<YYYYMMDD>`, the local date of the original arrival. */
export function occurrenceId(ruleId: string, day: Day): string {
  return `${ruleId}:${formatDay(day)}`
}

/** Reads an occurrence's id. @returns null when it is none */
export function parseOccurrenceId(id: string): { ruleId: string; day: Day } | null {
  const colon = id.lastIndexOf(':')
  const day = parseDay(id.slice(colon + 1))
  return colon < 1 || day === null ? null : { ruleId: id.slice(0, colon), day }
}

const recurrences = new WeakMap<RuleTerms, Recurrence>()

/** The recurrence of a version: what it says before single-occurrence changes and skips. Terms are never changed, only replaced. */
export function recurrenceOfTerms(terms: RuleTerms): Recurrence {
  const known = recurrences.get(terms)
  if (known) return known
  const { arrival, departure, recurrenceRule, timeZone } = terms
  const recurrence = recurrenceOf({ arrival, departure, rule: recurrenceRule, timeZone })
  recurrences.set(terms, recurrence)
  return recurrence
}

/** The rule's next occurrence that departs after `instant`, as the rule says it; null when none is left. */
export function nextSaid(rule: Rule, instant: number): Occurrence | null {
  const version = rule.versions.at(-1)
  return version && rule.endedAt === null ? recurrenceOfTerms(version).nextDepartingAfter(instant) : null
}

/**
 * The occurrence of a date, null when there is none. An occurrence belongs to the version that was in force when it began; a date
 * that one version has begun does not come again in a later one.
 */
export function occurrenceOn(rule: Rule, day: Day): RuleOccurrence | null {
  const times = occurrenceTimesOn(rule, day)
  return times && occurrenceAt(rule, times)
}

/** The occurrences that overlap `range`, by arrival. */
export function occurrencesIn(rule: Rule, range: Interval): RuleOccurrence[] {
  return occurrenceTimesIn(rule, range).map((times) => occurrenceAt(rule, times))
}

/** When the occurrence of a date is, as {@link occurrenceOn} finds it. */
export function occurrenceTimesOn(rule: Rule, day: Day): OccurrenceTimes | null {
  for (const version of versionsOn(rule, day)) {
    const said = recurrenceOfTerms(version).on(day)
    const times = said && timesUnder(rule, version, said)
    if (times) return times
  }
  return null
}

/** When the occurrences are that overlap `range`, by arrival. */
export function occurrenceTimesIn(rule: Rule, range: Interval): OccurrenceTimes[] {
  const [only, ...others] = rule.versions
  if (only && others.length === 0 && rule.exceptions.size === 0) {
    const said = recurrenceOfTerms(only).overlapping(range)
    return said.map((occurrence) => timesUnder(rule, only, occurrence)).filter((times) => times !== null)
  }
  const said = rule.versions.flatMap((version) =>
    recurrenceOfTerms(version).overlapping({
      // Arrives before the version ends and departs after it begins: it may be under way when the version ends.
      from: Math.max(range.from, version.validFrom),
      to: Math.min(range.to, endOf(version)),
    }),
  )
  const days = new Set([...said.map(({ day }) => day), ...movedDays(rule)])
  return [...days]
    .map((day) => occurrenceTimesOn(rule, day))
    .filter((times) => times !== null)
    .filter(({ arrival, departure }) => arrival < range.to && departure > range.from)
    .sort((a, b) => a.arrival - b.arrival)
}

/** An occurrence that its date does not move begins under the version that it belongs to: before it has ended, inclusive. */
function endOf({ validTo }: RuleVersion): number {
  return (validTo ?? Number.POSITIVE_INFINITY) + 1
}

/**
 * The versions that can have the occurrence of a date, judged by the date and its change alone: those in force from when
 * it begins at the earliest to when it departs at the latest. A rule may have hundreds of versions and as many changes.
 */
function versionsOn(rule: Rule, day: Day): RuleVersion[] {
  const { arrival, departure, begunAt } = rule.exceptions.get(day)?.changes ?? {}
  const midnight = day * DAY_MS
  const earliest = begunAt ?? arrival ?? midnight - 2 * DAY_MS
  const latest = Math.max(midnight + LONGEST_MS + 3 * DAY_MS, departure ?? 0)
  const first = placeOf(rule.versions, (version) => endOf(version) <= earliest) + 1
  return rule.versions.slice(first, placeOf(rule.versions, ({ validFrom }) => validFrom < latest) + 1)
}

/** The first occurrence that departs after `instant`, null when none is left. */
export function nextOccurrence(rule: Rule, instant: number): RuleOccurrence | null {
  const moved = movedDays(rule).map((day) => occurrenceOn(rule, day))
  const unmoved = rule.versions.map((version) => nextUnder(rule, version, instant))
  const coming = [...moved, ...unmoved].filter((occurrence) => occurrence !== null && occurrence.departure > instant)
  return coming.reduce(
    (first, occurrence) => (!first || (occurrence && occurrence.arrival < first.arrival) ? occurrence : first),
    null,
  )
}

/** The occurrence that departed last at or before `instant`, null when there was none. */
export function lastOccurrence(rule: Rule, instant: number): RuleOccurrence | null {
  const begin = (rule.versions[0]?.validFrom ?? instant) - LONGEST_MS
  for (const reach of [32 * DAY_MS, 400 * DAY_MS, Number.POSITIVE_INFINITY]) {
    const from = Math.max(instant - reach, begin)
    const ended = occurrencesIn(rule, { from, to: instant }).filter(({ departure }) => departure <= instant)
    if (ended.length > 0)
      return ended.reduce((last, occurrence) => (occurrence.departure > last.departure ? occurrence : last))
    if (from === begin) return null
  }
  return null
}

/** The dates whose occurrence has begun and that what departs after `now` may arrive on. */
export function begunDays(rule: Rule, now: number): Set<Day> {
  const occurrences = occurrencesIn(rule, { from: now - LONGEST_MS - 2 * DAY_MS, to: now + 1 })
  return new Set(occurrences.filter(({ begunAt }) => begunAt <= now).map(({ day }) => day))
}

/** Whether an occurrence of this rule has begun at or before `instant`. */
export function hasBegun(rule: Rule, instant: number): boolean {
  return rule.versions.some((version) => versionHasBegun(rule, version, instant))
}

/** Whether an occurrence that belongs to `version` has begun at or before `instant`. */
export function versionHasBegun(rule: Rule, version: RuleVersion, instant: number): boolean {
  const belongs = (occurrence: RuleOccurrence | null) =>
    occurrence !== null && occurrence.version === version && occurrence.begunAt <= instant
  if (movedDays(rule).some((day) => belongs(occurrenceOn(rule, day)))) return true
  return belongs(nextUnder(rule, version, version.validFrom))
}

/** The first occurrence of a version at or after what departs after `instant`, passing over the skipped ones. */
function nextUnder(rule: Rule, version: RuleVersion, instant: number): RuleOccurrence | null {
  const recurrence = recurrenceOfTerms(version)
  let said = recurrence.nextDepartingAfter(Math.max(instant, version.validFrom))
  while (said && said.arrival <= (version.validTo ?? Number.POSITIVE_INFINITY)) {
    const occurrence = occurrenceOn(rule, said.day)
    if (occurrence && occurrence.version === version && occurrence.departure > instant) return occurrence
    said = recurrence.nextDepartingAfter(said.departure)
  }
  return null
}

/** When a version has an occurrence, with that occurrence's change; null where it does not exist under this version. */
function timesUnder(rule: Rule, version: RuleVersion, said: Occurrence): OccurrenceTimes | null {
  const exception: OccurrenceException | undefined = rule.exceptions.get(said.day)
  if (exception?.skipped) return null
  const changes = exception?.changes ?? {}
  const arrival = changes.arrival ?? said.arrival
  const departure = changes.departure ?? said.departure
  const begunAt = changes.begunAt ?? arrival
  const locationUid = changes.locationUid ?? version.locationUid
  if (departure <= arrival) return null
  if (Math.max(said.departure, departure) <= version.validFrom) return null
  if (version.validTo !== null && begunAt > version.validTo) return null
  return { day: said.day, version, changed: exception !== undefined, begunAt, locationUid, arrival, departure }
}

function occurrenceAt(rule: Rule, times: OccurrenceTimes): RuleOccurrence {
  const { day, version } = times
  const changes = rule.exceptions.get(day)?.changes
  return { ...detailsOf(version), ...changes, ...times, id: occurrenceId(rule.id, day), ruleId: rule.id }
}

/** The dates whose occurrence has times of its own. */
function movedDays(rule: Rule): Day[] {
  const moved = [...rule.exceptions].filter(
    ([, { skipped, changes }]) => !skipped && (changes.arrival !== undefined || changes.departure !== undefined),
  )
  return moved.map(([day]) => day)
}
