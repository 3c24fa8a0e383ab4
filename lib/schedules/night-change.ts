import type { NightChange } from '@/lib/db/schema/schedule'
import { closedStay } from '@/lib/schedules/close-stay'
import type { Night } from '@/lib/schedules/rule-nights'
import type { HeldPlan, Presence, Rule, ScheduleState, Stay } from '@/lib/schedules/schedule-state'
import { DETAIL_NAMES, detailsOf, type StayDetails } from '@/lib/stays/stay-details'

/** What a stay is to be like: where, when and what is wanted. */
export type StayTerms = Presence & StayDetails

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
export function isMoved(before: Presence, after: Presence): boolean {
  return (
    before.arrival !== after.arrival || before.departure !== after.departure || before.locationUid !== after.locationUid
  )
}

/**
 * Makes one night what `terms` say, also when the rule changes later. What is alike is not recorded. A night that has
 * begun stays with the version that it began under.
 */
export function changeNight(
  draft: ScheduleState,
  night: Night,
  terms: StayTerms,
  now: number,
  held: (row: Stay | undefined) => HeldPlan | null,
): Stay {
  const rule = ruleOf(draft, night)
  const row = draft.stays.get(night.id)
  const differing = TERM_NAMES.filter((name) => terms[name] !== night[name]).map((name) => [name, terms[name]])
  const changes: NightChange = { ...rule.exceptions.get(night.day)?.changes, ...Object.fromEntries(differing) }
  if (night.begunAt <= now && terms.arrival > night.begunAt) changes.begunAt = night.begunAt
  if (differing.length > 0) setException(draft, rule, night, { skipped: false, changes })
  const plan = held(row)
  if (row && differing.length === 0 && plan === row.held) return row
  const next = { ...rowOf(night, row), ...pick(terms), held: plan }
  draft.stays.set(night.id, next)
  return next
}

/** Takes one night out of its rule: erased when nothing has been charged in it, else closed at `now`. */
export function removeNight(draft: ScheduleState, night: Night, now: number): void {
  const rule = ruleOf(draft, night)
  const row = draft.stays.get(night.id)
  const closed = row && closedStay(row, now)
  if (closed) {
    const changes = { ...rule.exceptions.get(night.day)?.changes, arrival: closed.arrival, departure: closed.departure }
    setException(draft, rule, night, { skipped: false, changes })
    draft.stays.set(night.id, closed)
  } else {
    setException(draft, rule, night, { skipped: true, changes: {} })
    draft.stays.delete(night.id)
  }
}

function setException(
  draft: ScheduleState,
  rule: Rule,
  { day }: Night,
  exception: { skipped: boolean; changes: NightChange },
) {
  draft.rules.set(rule.id, { ...rule, exceptions: new Map(rule.exceptions).set(day, exception) })
}

function ruleOf(draft: ScheduleState, { ruleId }: Night): Rule {
  const rule = draft.rules.get(ruleId)
  if (!rule) throw new Error(`Rule ${ruleId} is not loaded.`)
  return rule
}

/** The row of a night: the stored one, or a new one. */
export function rowOf(night: Night, row: Stay | undefined): Stay {
  const { id, ruleId, day, version } = night
  const own = row ?? { key: null, charging: null, held: null }
  return { ...own, id, night: { ruleId, day, version }, ...pick(night) }
}

/** The terms alone. */
export function pick(terms: StayTerms): StayTerms {
  const { locationUid, arrival, departure } = terms
  return { locationUid, arrival, departure, ...detailsOf(terms) }
}
