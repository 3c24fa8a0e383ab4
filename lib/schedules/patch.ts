import type { SchedulePatch } from '@/lib/contract/schedule'
import { malformed } from '@/lib/errors'
import { changeTarget, targetTerms } from '@/lib/schedules/change-target'
import { refuseOverlaps } from '@/lib/schedules/conflicts'
import { findTarget, hasEnded, type Target } from '@/lib/schedules/find-target'
import type { CanSee } from '@/lib/schedules/match-entries'
import { isMoved, restoreOccurrence, type StayTerms } from '@/lib/schedules/occurrence-change'
import { planAfter } from '@/lib/schedules/posted-plan'
import { refuseFaults } from '@/lib/schedules/reconcile'
import {
  type EntryFault,
  postedPlanOf,
  ruleFaults,
  type ScheduleLocation,
  socFaults,
  timesFaults,
  unknownLocation,
} from '@/lib/schedules/resolve-entries'
import { reviseRule } from '@/lib/schedules/revise-rule'
import { begunDays } from '@/lib/schedules/rule-occurrences'
import { currentVersion, draftOf, type HeldPlan, type Rule, type ScheduleState } from '@/lib/schedules/schedule-state'
import type { InPieces } from '@/lib/slices'
import { saidDetails } from '@/lib/stays/stay-details'

/**
 * What patches are read against. `locations`: where a schedule may be put; `ownLocations`: also those where the stored
 * schedules are, which need not be the vehicle's any more.
 */
export type PatchScope = {
  now: number
  canSee: CanSee
  locations: ReadonlyMap<string, ScheduleLocation>
  ownLocations: ReadonlyMap<string, ScheduleLocation>
}
export type Patched = { next: ScheduleState; applied: number; skippedScheduleIds: string[] }

/**
 * Decides what a PATCH does ("PATCH" of the contract). Rules come before single occurrences, so that both may be changed in
 * one call. Pure.
 * @throws Refusal 400, 422 with all faults; 409 for an overlap: then nothing is applied
 */
export function* patchAll(
  current: ScheduleState,
  patches: readonly SchedulePatch[],
  scope: PatchScope,
): InPieces<Patched> {
  refuseRepetition(patches)
  const draft = draftOf(current)
  const faults: EntryFault[] = []
  const moved = new Map<string, number>()
  let applied = 0
  const skipped = new Set<string>()
  for (const [index, patch] of ordered(patches, current)) {
    if (patch.skipped === false) restoreOccurrence(draft, patch.id, scope)
    const target = findTarget(draft, patch.id, scope.canSee)
    if (!target || hasEnded(target, scope.now)) {
      skipped.add(patch.id)
      continue
    }
    applied++
    if (saysTimes(patch)) moved.set(patch.id, index)
    faults.push(...applyPatch(draft, target, patch, `schedules[${index}]`, scope))
    yield
  }
  refuseFaults(faults)
  yield* refuseOverlaps(draft, moved, { ...scope, among: 'refuse as conflict' })
  const skippedScheduleIds = patches.map(({ id }) => id).filter((id) => skipped.has(id))
  return { next: draft, applied, skippedScheduleIds }
}

function refuseRepetition(patches: readonly SchedulePatch[]): void {
  const seen = new Set<string>()
  const faults = patches.flatMap(({ id }, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [{ path: `schedules[${index}].id`, message: `names ${id} a second time` }] : []
  })
  if (faults.length > 0) throw malformed(faults)
}

function ordered(patches: readonly SchedulePatch[], { rules }: ScheduleState): [number, SchedulePatch][] {
  const all = [...patches.entries()]
  return [...all.filter(([, { id }]) => rules.has(id)), ...all.filter(([, { id }]) => !rules.has(id))]
}

function applyPatch(
  draft: ScheduleState,
  target: Target,
  patch: SchedulePatch,
  path: string,
  scope: PatchScope,
): EntryFault[] {
  const faults = kindFaults(target, patch, path)
  const plan = postedPlanOf(patch, path, faults)
  const before = termsOf(target)
  const uid = patch.locationUid ?? before.locationUid
  const location = (patch.locationUid === undefined ? scope.ownLocations : scope.locations).get(uid)
  if (!location) return [...faults, { kind: 'impossible', path: `${path}.locationUid`, message: unknownLocation(uid) }]
  const terms = merged(before, patch, location)
  faults.push(...socFaults(patch, path))
  if (saysTimes(patch))
    faults.push(...timesFaults({ plannedArrivalTime: terms.arrival, plannedDepartureTime: terms.departure }, path))
  if (faults.length > 0) return faults
  if (target.kind === 'rule') return patchRule(draft, target.rule, { terms, plan, patch, location }, path, scope.now)
  const heldAfter = (held: HeldPlan | null) => planAfter(held, plan, isMoved(before, terms))
  changeTarget(draft, target, terms, scope.now, heldAfter)
  return []
}

function termsOf(target: Target): StayTerms {
  return target.kind === 'rule' ? currentVersion(target.rule) : targetTerms(target)
}

/** Whether a patch speaks of when a stay is: only then its times and its overlaps are judged. */
function saysTimes({ plannedArrivalTime, plannedDepartureTime, recurrenceRule, skipped }: SchedulePatch): boolean {
  const isBack = skipped === false
  return plannedArrivalTime !== undefined || plannedDepartureTime !== undefined || recurrenceRule != null || isBack
}

/** A date does not become a rule, nor a rule a date; an occurrence may come back with the rule that it was read with. */
function kindFaults(target: Target, { recurrenceRule, skipped }: SchedulePatch, path: string): EntryFault[] {
  const fault = (message: string, name = 'recurrenceRule'): EntryFault[] => [
    { kind: 'impossible', path: `${path}.${name}`, message },
  ]
  if (skipped === false && target.kind !== 'occurrence')
    return fault('is said of one occurrence of a rule alone: send its id', 'skipped')
  if (target.kind === 'rule')
    return recurrenceRule === null ? fault('cannot be removed: delete the rule and post a dated schedule') : []
  if (recurrenceRule == null) return []
  if (target.kind === 'stay') return fault('cannot be set: post a rule instead')
  const isEqual = target.occurrence.version.recurrenceRule === recurrenceRule
  return isEqual ? [] : fault('is the rule’s: change the rule, by its own id')
}

function patchRule(
  draft: ScheduleState,
  rule: Rule,
  said: { terms: StayTerms; plan: ReturnType<typeof postedPlanOf>; patch: SchedulePatch; location: ScheduleLocation },
  path: string,
  now: number,
): EntryFault[] {
  const current = currentVersion(rule)
  const { plan, planMeta } = said.plan
  const terms = {
    ...said.terms,
    timeZone: said.location.timeZone,
    recurrenceRule: said.patch.recurrenceRule ?? current.recurrenceRule,
    plan: plan === undefined ? current.plan : plan,
    planMeta: plan === null ? null : (planMeta ?? current.planMeta),
  }
  const moved = isMoved(current, terms) || terms.recurrenceRule !== current.recurrenceRule
  const faults = moved ? ruleFaults(terms, path, now, begunDays(rule, now)) : []
  if (faults.length === 0) reviseRule(draft, rule, terms, now)
  return faults
}

/** What is left out stays; null clears, where there is a default to that. */
function merged(before: StayTerms, patch: SchedulePatch, location: ScheduleLocation): StayTerms {
  return {
    locationUid: location.uid,
    arrival: patch.plannedArrivalTime ?? before.arrival,
    departure: patch.plannedDepartureTime ?? before.departure,
    ...saidDetails(patch, location, before),
  }
}
