import type { SchedulePatch } from '@/lib/contract/schedule'
import { malformed } from '@/lib/errors'
import { refuseOverlaps } from '@/lib/schedules/conflicts'
import type { CanSee } from '@/lib/schedules/match-entries'
import { changeNight, isMoved, pick, type StayTerms, sameTerms } from '@/lib/schedules/night-change'
import { planAfter } from '@/lib/schedules/posted-plan'
import { refuseFaults } from '@/lib/schedules/reconcile'
import {
  type EntryFault,
  planWishOf,
  ruleFaults,
  type ScheduleLocation,
  timesFaults,
  unknownLocation,
} from '@/lib/schedules/resolve-entries'
import { reviseRule } from '@/lib/schedules/revise-rule'
import { type Night, nextNight, nextSaid, nightOn, parseNightId } from '@/lib/schedules/rule-nights'
import { currentVersion, draftOf, type Rule, type ScheduleState, type Stay } from '@/lib/schedules/schedule-state'

/** What an id of a vehicle means: a dated stay, a rule, or one night of a rule. */
export type Target = { kind: 'stay'; stay: Stay } | { kind: 'rule'; rule: Rule } | { kind: 'night'; night: Night }

export type PatchScope = { now: number; canSee: CanSee; locations: ReadonlyMap<string, ScheduleLocation> }
export type Patched = { next: ScheduleState; applied: number; skippedScheduleIds: string[] }

/** What an id means now, null when it is unknown, hidden, skipped or of another vehicle. */
export function findTarget({ stays, rules }: ScheduleState, id: string, canSee: CanSee): Target | null {
  const stay = stays.get(id)
  if (stay && !stay.night) return canSee(stay.locationUid) ? { kind: 'stay', stay } : null
  const rule = rules.get(id)
  if (rule) return canSee(currentVersion(rule).locationUid) ? { kind: 'rule', rule } : null
  const named = parseNightId(id)
  const owner = named && rules.get(named.ruleId)
  const night = owner ? nightOn(owner, named.day) : null
  return night && canSee(night.locationUid) ? { kind: 'night', night } : null
}

/** Whether nothing of a target is to come: history stays as it is. */
export function hasEnded(target: Target, now: number): boolean {
  if (target.kind === 'rule') {
    const { rule } = target
    return rule.endedAt !== null || (nextSaid(rule, now) === null && nextNight(rule, now) === null)
  }
  return (target.kind === 'stay' ? target.stay : target.night).departure <= now
}

/**
 * Decides what a PATCH does ("PATCH" of the contract). Rules come before single nights, so that both may be changed in
 * one call. Pure.
 * @throws Refusal 400, 422 with all faults; 409 for an overlap: then nothing is applied
 */
export function patchAll(current: ScheduleState, patches: readonly SchedulePatch[], scope: PatchScope): Patched {
  refuseRepetition(patches)
  const draft = draftOf(current)
  const faults: EntryFault[] = []
  const touched = new Map<string, number>()
  const skipped = new Set<string>()
  for (const [index, patch] of ordered(patches, current)) {
    const target = findTarget(draft, patch.id, scope.canSee)
    if (!target || hasEnded(target, scope.now)) {
      skipped.add(patch.id)
      continue
    }
    touched.set(patch.id, index)
    faults.push(...applyPatch(draft, target, patch, `schedules[${index}]`, scope))
  }
  refuseFaults(faults)
  refuseOverlaps(draft, touched, { ...scope, among: 'refuse as conflict' })
  const skippedScheduleIds = patches.map(({ id }) => id).filter((id) => skipped.has(id))
  return { next: draft, applied: touched.size, skippedScheduleIds }
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
  const faults: EntryFault[] = []
  const plan = planWishOf(patch, path, faults)
  const recurs = target.kind === 'rule'
  const became = recurs ? patch.recurrenceRule === null : patch.recurrenceRule != null
  if (became) {
    const message = recurs
      ? 'cannot be removed: delete the rule and post a dated schedule'
      : 'cannot be set: post a rule instead'
    faults.push({ kind: 'impossible', path: `${path}.recurrenceRule`, message })
  }
  const before =
    target.kind === 'stay' ? target.stay : target.kind === 'night' ? target.night : currentVersion(target.rule)
  const uid = patch.locationUid ?? before.locationUid
  const location = scope.locations.get(uid)
  if (!location) return [...faults, { kind: 'impossible', path: `${path}.locationUid`, message: unknownLocation(uid) }]
  const terms = merged(before, patch, location)
  faults.push(...timesFaults({ plannedArrivalTime: terms.arrival, plannedDepartureTime: terms.departure }, path))
  if (faults.length > 0) return faults
  if (target.kind === 'stay') {
    const held = planAfter(target.stay.held, plan, isMoved(before, terms))
    if (held !== target.stay.held || !sameTerms(before, terms))
      draft.stays.set(target.stay.id, { ...target.stay, ...terms, held })
    return []
  }
  if (target.kind === 'night') {
    changeNight(draft, target.night, terms, scope.now, (row) =>
      planAfter(row?.held ?? null, plan, isMoved(before, terms)),
    )
    return []
  }
  return patchRule(draft, target.rule, { terms, plan, patch, location }, path, scope.now)
}

function patchRule(
  draft: ScheduleState,
  rule: Rule,
  said: { terms: StayTerms; plan: ReturnType<typeof planWishOf>; patch: SchedulePatch; location: ScheduleLocation },
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
  const faults = moved ? ruleFaults(terms, path, now) : []
  if (faults.length === 0) reviseRule(draft, rule, terms, now)
  return faults
}

/** What is left out stays; null clears, where there is a default to that. */
function merged(before: StayTerms, patch: SchedulePatch, location: ScheduleLocation): StayTerms {
  const or = <T>(value: T | undefined, stored: T) => (value === undefined ? stored : value)
  return {
    ...pick(before),
    locationUid: location.uid,
    arrival: patch.plannedArrivalTime ?? before.arrival,
    departure: patch.plannedDepartureTime ?? before.departure,
    startSoc: or(patch.startSoC, before.startSoc),
    targetSoc: or(patch.targetSoC, before.targetSoc) ?? location.targetSoc,
    minimumSoc: or(patch.minimumSoC, before.minimumSoc),
    priority: or(patch.priority, before.priority) ?? 0,
    externalId: or(patch.externalId, before.externalId),
    blockId: or(patch.blockId, before.blockId),
  }
}
