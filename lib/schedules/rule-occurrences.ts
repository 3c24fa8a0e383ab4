import type { OccurrenceException, Presence, Rule, RuleTerms, RuleVersion } from '@/lib/schedules/schedule-state'
import { detailsOf, type StayDetails } from '@/lib/stays/stay-details'
import { type Day, formatDay, parseDay } from '@/lib/time/calendar-day'
import { DAY_MS, type Interval } from '@/lib/time/interval'
import { type Occurrence, type Recurrence, recurrenceOf } from '@/lib/time/recurrence'

/**
 * One occurrence of a rule as it will be: what the rule says, with that occurrence's change. `begunAt` is its arrival, or the
 * arrival that it had when it began.
 */
export type RuleOccurrence = StayDetails &
  Presence & { id: string; ruleId: string; day: Day; version: RuleVersion; changed: boolean; begunAt: number }

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

/** The recurrence of a version: what it says before single-occurrence changes and skips. */
export function recurrenceOfTerms({ arrival, departure, recurrenceRule, timeZone }: RuleTerms): Recurrence {
  return recurrenceOf({ arrival, departure, rule: recurrenceRule, timeZone })
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
  for (const version of rule.versions) {
    const said = recurrenceOfTerms(version).on(day)
    const occurrence = said && occurrenceUnder(rule, version, said)
    if (occurrence) return occurrence
  }
  return null
}

/** The occurrences that overlap `range`, by arrival. */
export function occurrencesIn(rule: Rule, range: Interval): RuleOccurrence[] {
  const [only, ...others] = rule.versions
  if (only && others.length === 0 && rule.exceptions.size === 0) {
    const said = recurrenceOfTerms(only).overlapping(range)
    return said.map((occurrence) => occurrenceUnder(rule, only, occurrence)).filter((occurrence) => occurrence !== null)
  }
  const said = rule.versions.flatMap((version) => recurrenceOfTerms(version).overlapping(range))
  const days = new Set([...said.map(({ day }) => day), ...movedDays(rule)])
  return [...days]
    .map((day) => occurrenceOn(rule, day))
    .filter((occurrence) => occurrence !== null)
    .filter(({ arrival, departure }) => arrival < range.to && departure > range.from)
    .sort((a, b) => a.arrival - b.arrival)
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

/** What a version says of an occurrence, with that occurrence's change; null where it does not exist under this version. */
function occurrenceUnder(rule: Rule, version: RuleVersion, said: Occurrence): RuleOccurrence | null {
  const exception: OccurrenceException | undefined = rule.exceptions.get(said.day)
  if (exception?.skipped) return null
  const { day, arrival, departure } = said
  const occurrence: RuleOccurrence = {
    id: occurrenceId(rule.id, day),
    ruleId: rule.id,
    day,
    version,
    changed: exception !== undefined,
    begunAt: arrival,
    locationUid: version.locationUid,
    arrival,
    departure,
    ...detailsOf(version),
  }
  if (exception) {
    const { changes } = exception
    Object.assign(occurrence, changes, { begunAt: changes.begunAt ?? changes.arrival ?? arrival })
  }
  if (occurrence.departure <= occurrence.arrival) return null
  if (Math.max(said.departure, occurrence.departure) <= version.validFrom) return null
  return version.validTo !== null && occurrence.begunAt > version.validTo ? null : occurrence
}

/** The dates whose occurrence has times of its own. */
function movedDays(rule: Rule): Day[] {
  const moved = [...rule.exceptions].filter(
    ([, { skipped, changes }]) => !skipped && (changes.arrival !== undefined || changes.departure !== undefined),
  )
  return moved.map(([day]) => day)
}
