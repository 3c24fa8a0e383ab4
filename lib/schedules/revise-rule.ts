import { isDeepStrictEqual } from 'node:util'
import type { OccurrenceChange } from '@/lib/db/schema/schedule'
import { closedStay } from '@/lib/schedules/close-stay'
import { isMoved, pick, removeOccurrence, rowOf, sameTerms, TERM_NAMES } from '@/lib/schedules/occurrence-change'
import { thawed } from '@/lib/schedules/posted-plan'
import {
  hasBegun,
  LONGEST_MS,
  occurrenceOn,
  occurrencesIn,
  type RuleOccurrence,
  recurrenceOfTerms,
  versionHasBegun,
} from '@/lib/schedules/rule-occurrences'
import {
  currentVersion,
  type OccurrenceException,
  type Rule,
  type RuleTerms,
  type RuleVersion,
  type ScheduleState,
} from '@/lib/schedules/schedule-state'
import type { Day } from '@/lib/time/calendar-day'
import { type Interval, overlaps } from '@/lib/time/interval'

/** Whether two rules say the same. */
export function sameRuleTerms(a: RuleTerms, b: RuleTerms): boolean {
  return (
    sameTerms(a, b) &&
    a.recurrenceRule === b.recurrenceRule &&
    a.timeZone === b.timeZone &&
    isDeepStrictEqual(a.plan, b.plan) &&
    isDeepStrictEqual(a.planMeta, b.planMeta)
  )
}

type KeepException = (day: Day, exception: OccurrenceException) => OccurrenceException | null

/**
 * Makes a rule say `terms` from `now` on: occurrences begun or past stay as they were, a single occurrence's change stays with
 * its date unless the new terms move the same property. A version that has begun no occurrence leaves no trace.
 * @param keep what stays of an occurrence's change, null for nothing
 */
export function reviseRule(
  draft: ScheduleState,
  rule: Rule,
  terms: RuleTerms,
  now: number,
  keep: KeepException = (day, exception) => keptException(rule, day, exception, terms, now),
): Rule {
  const current = currentVersion(rule)
  if (sameRuleTerms(current, terms)) return rule
  const begun = versionHasBegun(rule, current, now)
  const before = begun ? [...rule.versions.slice(0, -1), { ...current, validTo: now }] : rule.versions.slice(0, -1)
  const next = { ...terms, key: begun ? null : current.key, validFrom: now, validTo: null }
  const exceptions = new Map(
    [...rule.exceptions].flatMap(([day, exception]) => {
      const kept = keep(day, exception)
      return kept ? [[day, kept] as const] : []
    }),
  )
  const revised = withoutCovered({ ...rule, versions: [...before, next], exceptions }, next, now)
  draft.rules.set(rule.id, revised)
  followRule(draft, revised, now)
  return revised
}

/** A begun occurrence stays as it was, so the new terms' occurrences that it covers are skipped. */
function withoutCovered(rule: Rule, next: RuleVersion, now: number): Rule {
  if (rule.versions.length === 1) return rule
  const occurrences = occurrencesIn(rule, { from: now, to: now + 2 * LONGEST_MS })
  const begun = occurrences.filter(({ version, begunAt }) => version !== next && begunAt <= now)
  const covered = occurrences.filter(
    (occurrence) => occurrence.version === next && begun.some((other) => overlaps(spanOf(occurrence), spanOf(other))),
  )
  const skips = covered.map(({ day }) => [day, { skipped: true, changes: {} }] as const)
  return { ...rule, exceptions: new Map([...rule.exceptions, ...skips]) }
}

function spanOf({ arrival, departure }: RuleOccurrence): Interval {
  return { from: arrival, to: departure }
}

/** What stays of an occurrence's change when the rule is changed to `terms`; null when the new rule has no such occurrence. */
function keptException(
  rule: Rule,
  day: Day,
  exception: OccurrenceException,
  terms: RuleTerms,
  now: number,
): OccurrenceException | null {
  const occurrence = occurrenceOn(rule, day)
  if (exception.skipped || !occurrence || occurrence.begunAt <= now) return exception
  const current = currentVersion(rule)
  const [was, will] = [recurrenceOfTerms(current).on(day), recurrenceOfTerms(terms).on(day)]
  if (!will) return null
  const moved = TERM_NAMES.filter((name) =>
    name === 'arrival' || name === 'departure' ? was?.[name] !== will[name] : current[name] !== terms[name],
  )
  const kept = Object.entries(exception.changes).filter(([name]) => !moved.some((term) => term === name))
  return { skipped: false, changes: Object.fromEntries(kept) as OccurrenceChange }
}

/**
 * Ends a rule: what has not begun goes. Without an occurrence that has begun nothing is left of it.
 * @returns whether the rule is left as history
 */
export function endRule(draft: ScheduleState, rule: Rule, now: number): boolean {
  const current = currentVersion(rule)
  const ended =
    rule.endedAt === null
      ? { ...rule, endedAt: now, versions: [...rule.versions.slice(0, -1), { ...current, validTo: now }] }
      : rule
  draft.rules.set(rule.id, ended)
  followRule(draft, ended, now)
  const left = draft.rules.get(rule.id)
  if (left && hasBegun(left, now)) return true
  for (const stay of draft.stays.values()) if (stay.occurrence?.ruleId === rule.id) draft.stays.delete(stay.id)
  draft.rules.delete(rule.id)
  return false
}

/** Removes a rule with its ongoing occurrences, but for those in `keep`. */
export function removeRule(
  draft: ScheduleState,
  rule: Rule,
  now: number,
  keep: (occurrenceId: string) => boolean,
): void {
  for (const occurrence of occurrencesIn(rule, { from: now, to: now + 1 }))
    if (!keep(occurrence.id)) removeOccurrence(draft, occurrence, now)
  endRule(draft, draft.rules.get(rule.id) ?? rule, now)
}

/** Brings the rows of a rule's occurrences into line with the rule. */
function followRule(draft: ScheduleState, rule: Rule, now: number): void {
  for (const row of draft.stays.values()) {
    if (row.occurrence?.ruleId !== rule.id || row.departure <= now) continue
    const latest = draft.rules.get(rule.id) ?? rule
    const occurrence = occurrenceOn(latest, row.occurrence.day)
    const closed = occurrence ? null : closedStay(row, now)
    if (occurrence && (!sameTerms(occurrence, row) || occurrence.version !== row.occurrence.version))
      draft.stays.set(row.id, {
        ...rowOf(occurrence, row),
        held: isMoved(row, occurrence) ? thawed(row.held) : row.held,
      })
    else if (closed) {
      const changes = { ...pick(closed) }
      const exceptions = new Map(latest.exceptions).set(row.occurrence.day, { skipped: false, changes })
      draft.rules.set(rule.id, { ...latest, exceptions })
      draft.stays.set(row.id, closed)
    } else if (!occurrence) draft.stays.delete(row.id)
  }
}
