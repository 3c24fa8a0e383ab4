import { Limits, type PostedSchedule } from '@/lib/contract/schedule'
import { type Fault, impossible, malformed, Refusal } from '@/lib/errors'
import { refuseOverlaps } from '@/lib/schedules/conflicts'
import { type CanSee, type Match, matchEntries } from '@/lib/schedules/match-entries'
import { changeOccurrence, isMoved, pick, sameTerms } from '@/lib/schedules/occurrence-change'
import { planAfter } from '@/lib/schedules/posted-plan'
import { removeUnmatched } from '@/lib/schedules/remove-schedules'
import {
  type Entry,
  type EntryScope,
  type EntryTerms,
  resolveEntries,
  tooManyRules,
} from '@/lib/schedules/resolve-entries'
import { reviseRule } from '@/lib/schedules/revise-rule'
import { nextSaid } from '@/lib/schedules/rule-occurrences'
import {
  currentVersion,
  draftOf,
  type Rule,
  type ScheduledStay,
  type ScheduleState,
} from '@/lib/schedules/schedule-state'
import type { InPieces } from '@/lib/slices'

/** What a POST asks for, and what it is read against. */
export type Posted = EntryScope & {
  schedules: readonly PostedSchedule[]
  replaceFutureSchedules: boolean
  canSee: CanSee
  newId: () => string
}

/** A decision: the state after it, and what its sender is told. Nothing is written yet. */
export type Reconciled = {
  next: ScheduleState
  ids: string[]
  removedScheduleIds: string[]
  skipped: { index: number; reason: string }[]
}

const PAST = 'It ended before now, and no schedule with its departure time is stored.'

/**
 * Decides what a POST does to a vehicle's schedules ("POST: create or reconcile" of the contract): which stored
 * schedule each entry means, what is created, changed, removed or closed. Pure: the state is not touched. In pieces,
 * because 50 rules are compared 400 days ahead.
 * @throws Refusal 400, 422 with all faults; 409 for an overlap with a schedule that stays
 */
export function* reconcile(current: ScheduleState, posted: Posted): InPieces<Reconciled> {
  const { now, canSee } = posted
  const { entries, faults } = yield* resolveEntries(posted.schedules, posted)
  refuseFaults(faults)
  const draft = draftOf(current)
  const matches = matchEntries(current, entries, now, canSee)
  const idOf = applyEntries(draft, entries, matches, posted)
  const touched = new Map<string, number>()
  entries.forEach(({ index }, position) => {
    const id = idOf[position]
    if (id != null && matches[position]?.kind !== 'past') touched.set(id, index)
  })
  const removedScheduleIds = posted.replaceFutureSchedules ? removeUnmatched(draft, touched, now, canSee) : []
  refuseManyRules(current, draft, now)
  yield* refuseOverlaps(draft, touched, { now, canSee, among: 'refuse as impossible' })
  const ids = idOf.filter((id) => id !== null)
  const skipped = entries.filter((_, position) => idOf[position] === null).map(({ index }) => ({ index, reason: PAST }))
  return { next: draft, ids, removedScheduleIds, skipped }
}

/** @throws Refusal 422 when a vehicle gets more rules than it may have; one that has them already may lose some */
function refuseManyRules(current: ScheduleState, draft: ScheduleState, now: number): void {
  const toCome = ({ rules }: ScheduleState) => [...rules.values()].filter((rule) => nextSaid(rule, now) !== null).length
  if (draft.rules.size <= Limits.rules) return
  const count = toCome(draft)
  if (count > Limits.rules && count > toCome(current)) refuseFaults([tooManyRules(count)])
}

/** All faults, those of values that are wrong by themselves first. @throws Refusal 400, else 422 */
export function refuseFaults(faults: readonly (Fault & { kind: 'malformed' | 'impossible' })[]): void {
  const of = (kind: string) =>
    faults.filter((fault) => fault.kind === kind).map(({ path, message }) => ({ path, message }))
  if (of('malformed').length > 0) throw malformed(of('malformed'))
  if (of('impossible').length > 0) throw impossible(of('impossible'))
}

/**
 * Single occurrences come first: an occurrence that an entry says has begun belongs to its rule as it was.
 * @returns the id of the schedule that each entry is about, null where there is none
 */
function applyEntries(draft: ScheduleState, entries: Entry[], matches: Match[], posted: Posted): (string | null)[] {
  const ids: (string | null)[] = entries.map(() => null)
  const apply = (of: (match: Match) => boolean) =>
    entries.forEach((entry, position) => {
      const match = matches[position] ?? { kind: 'new' }
      if (of(match)) ids[position] = applyEntry(draft, entry, match, posted)
    })
  apply(({ kind }) => kind === 'occurrence')
  apply(({ kind }) => kind !== 'occurrence')
  return ids
}

/** @returns the id of the schedule that the entry is about, null when there is none */
function applyEntry(draft: ScheduleState, entry: Entry, match: Match, { now, newId }: Posted): string | null {
  const { terms, plan } = entry
  if (match.kind === 'past') return match.id
  if (match.kind === 'rule') return updateRule(draft, match.rule, entry, now)
  if (match.kind === 'stay') return updateStay(draft, match.stay, entry)
  if (match.kind === 'occurrence') {
    const { occurrence } = match
    const moved = isMoved(occurrence, terms)
    return changeOccurrence(draft, occurrence, pick(terms), now, (row) => planAfter(row?.held ?? null, plan, moved)).id
  }
  return isRule(terms) ? createRule(draft, terms, now, newId()) : createStay(draft, entry, newId())
}

type RuleEntryTerms = Extract<EntryTerms, { recurrenceRule: string }>

function isRule(terms: EntryTerms): terms is RuleEntryTerms {
  return terms.recurrenceRule !== null
}

function createStay(draft: ScheduleState, { terms, plan }: Entry, id: string): string {
  const stay: ScheduledStay = {
    ...pick(terms),
    id,
    key: null,
    occurrence: null,
    charging: null,
    held: planAfter(null, plan, false),
  }
  draft.stays.set(id, stay)
  return id
}

function updateStay(draft: ScheduleState, stay: ScheduledStay, { terms, plan }: Entry): string {
  const held = planAfter(stay.held, plan, isMoved(stay, terms))
  if (held !== stay.held || !sameTerms(stay, terms)) draft.stays.set(stay.id, { ...stay, ...pick(terms), held })
  return stay.id
}

function createRule(draft: ScheduleState, terms: RuleEntryTerms, now: number, id: string): string {
  const version = { ...terms, key: null, validFrom: now, validTo: null }
  draft.rules.set(id, { key: null, id, postedAt: now, endedAt: null, versions: [version], exceptions: new Map() })
  return id
}

function updateRule(draft: ScheduleState, { id }: Rule, { terms, plan }: Entry, now: number): string {
  const rule = draft.rules.get(id)
  if (!rule || !isRule(terms)) throw new Error(`Rule ${id} was matched by an entry that does not recur.`)
  const current = currentVersion(rule)
  const kept = {
    plan: plan.plan === undefined ? current.plan : plan.plan,
    planMeta: plan.plan === null ? null : (plan.planMeta ?? current.planMeta),
  }
  reviseRule(draft, rule, { ...terms, ...kept }, now)
  return id
}

/** @throws Refusal 409 when more would go than the sender accepts */
export function guardRemovals(removed: number, maxRemoved: number | undefined): void {
  if (maxRemoved === undefined || removed <= maxRemoved) return
  throw new Refusal(
    'conflict',
    `This would remove ${removed} schedules, and maxRemoved allows ${maxRemoved}. Nothing was changed.`,
  )
}
