import type { OccurrenceChange } from '@/lib/db/schema/schedule'
import { closedStay } from '@/lib/schedules/close-stay'
import type { CanSee } from '@/lib/schedules/match-entries'
import { occurrenceOn, parseOccurrenceId, type RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import type { HeldPlan, Rule, ScheduledStay, ScheduleState, StayWindow } from '@/lib/schedules/schedule-state'
import { DETAIL_NAMES, detailsOf, type StayDetails } from '@/lib/stays/stay-details'

/** What a stay is to be like: where, when and what is wanted. */
export type StayTerms = StayWindow & StayDetails

export const TERM_NAMES = [
  'locationUid',
  'arrival',
  'departure',
  ...DETAIL_NAMES,
] as const satisfies readonly (keyof StayTerms)[]

/** Whether two stays are alike in every term. */
export function sameTerms(a: StayTerms, b: StayTerms): boolean {
  return TERM_NAMES.every((name) => a[name] === b[name])
}

/** Whether the vehicle is elsewhere or at another time: what was planned for the one does not hold for the other. */
export function isMoved(before: StayWindow, after: StayWindow): boolean {
  return (
    before.arrival !== after.arrival || before.departure !== after.departure || before.locationUid !== after.locationUid
  )
}

/**
 * Makes one occurrence what `terms` say, also when the rule changes later. What is alike is not recorded. An occurrence that has
 * begun stays with the version that it began under.
 */
export function changeOccurrence(
  draft: ScheduleState,
  occurrence: RuleOccurrence,
  terms: StayTerms,
  now: number,
  held: (row: ScheduledStay | undefined) => HeldPlan | null,
): ScheduledStay {
  const rule = ruleOf(draft, occurrence)
  const row = draft.stays.get(occurrence.id)
  const differing = TERM_NAMES.filter((name) => terms[name] !== occurrence[name]).map((name) => [name, terms[name]])
  const changes: OccurrenceChange = {
    ...rule.exceptions.get(occurrence.day)?.changes,
    ...Object.fromEntries(differing),
  }
  if (occurrence.begunAt <= now && terms.arrival > occurrence.begunAt) changes.begunAt = occurrence.begunAt
  if (differing.length > 0) setException(draft, rule, occurrence, { skipped: false, changes })
  const plan = held(row)
  if (row && differing.length === 0 && plan === row.held) return row
  const next = { ...rowOf(occurrence, row), ...pick(terms), held: plan }
  draft.stays.set(occurrence.id, next)
  return next
}

/** Takes one occurrence out of its rule: erased when nothing has been charged in it, else closed at `now`. */
export function removeOccurrence(draft: ScheduleState, occurrence: RuleOccurrence, now: number): void {
  const rule = ruleOf(draft, occurrence)
  const row = draft.stays.get(occurrence.id)
  const closed = row && closedStay(row, now)
  if (closed) {
    const changes = {
      ...rule.exceptions.get(occurrence.day)?.changes,
      arrival: closed.arrival,
      departure: closed.departure,
    }
    setException(draft, rule, occurrence, { skipped: false, changes })
    draft.stays.set(occurrence.id, closed)
  } else {
    setException(draft, rule, occurrence, { skipped: true, changes: {} })
    draft.stays.delete(occurrence.id)
  }
}

/**
 * Brings a skipped occurrence back as its rule says. One that is over or hidden, or that the rule has no more, does not
 * come.
 */
export function restoreOccurrence(
  draft: ScheduleState,
  id: string,
  { now, canSee }: { now: number; canSee: CanSee },
): void {
  const named = parseOccurrenceId(id)
  const rule = named && draft.rules.get(named.ruleId)
  if (!named || !rule?.exceptions.get(named.day)?.skipped) return
  const exceptions = new Map(rule.exceptions)
  exceptions.delete(named.day)
  const restored = { ...rule, exceptions }
  const occurrence = occurrenceOn(restored, named.day)
  if (occurrence && occurrence.departure > now && canSee(occurrence.locationUid)) draft.rules.set(rule.id, restored)
}

function setException(
  draft: ScheduleState,
  rule: Rule,
  { day }: RuleOccurrence,
  exception: { skipped: boolean; changes: OccurrenceChange },
) {
  draft.rules.set(rule.id, { ...rule, exceptions: new Map(rule.exceptions).set(day, exception) })
}

function ruleOf(draft: ScheduleState, { ruleId }: RuleOccurrence): Rule {
  const rule = draft.rules.get(ruleId)
  if (!rule) throw new Error(`Rule ${ruleId} is not loaded.`)
  return rule
}

/** The row of an occurrence: the stored one, or a new one. */
export function rowOf(occurrence: RuleOccurrence, row: ScheduledStay | undefined): ScheduledStay {
  const { id, ruleId, day, version } = occurrence
  const own = row ?? { key: null, charging: null, held: null }
  return { ...own, id, occurrence: { ruleId, day, version }, ...pick(occurrence) }
}

/** The terms alone. */
export function pick(terms: StayTerms): StayTerms {
  const { locationUid, arrival, departure } = terms
  return { locationUid, arrival, departure, ...detailsOf(terms) }
}
