import { chargeableKwh } from '@/lib/planner/decide'
import { applyFix, type SwapFix } from '@/lib/planner/explain/apply-fix'
import { planThatHolds } from '@/lib/planner/explain/plan-that-holds'
import { effectiveTargetSoc, staysOf } from '@/lib/planner/model/stay'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'

/** Batteries that differ by more do not do each other's duties: a target is a share of the battery. */
const alikeBatteries = 0.9
/** So many vehicles are looked at, and so many swaps planned: people wait for it. */
const mostLooks = 24
const mostPlans = 4
/** A vehicle that leaves with less than this less, in SoC points, leaves with the same. */
const sameSocPoints = 0.05
/** Missing less than this, in kWh, is not missing. */
const enoughKwh = 1e-6

/**
 * A vehicle that leaves later and can take over the duty of one that is short, which takes over the later one: proven by
 * planning, both with their targets and no other vehicle with less. Those that are there and have the charge come first,
 * then those that leave soonest after it.
 * @param among the schedules that could be swapped with; all where it is left out
 */
export function findSwap(
  problem: DepotProblem,
  plan: DepotPlan,
  short: DepotSchedule,
  among?: readonly string[],
): SwapFix | undefined {
  let plans = 0
  for (const other of partnersOf(problem, short, among).slice(0, mostLooks)) {
    const fix: SwapFix = { kind: 'swap', scheduleId: short.id, withScheduleId: other.id }
    const swapped = applyFix(problem, fix)
    if (!canBothCharge(swapped, fix)) continue
    if (planThatHolds(swapped, (after) => isProven(fix, plan, after))) return fix
    plans++
    if (plans === mostPlans) return undefined
  }
  return undefined
}

function partnersOf(problem: DepotProblem, short: DepotSchedule, among?: readonly string[]): DepotSchedule[] {
  const allowed = among && new Set(among)
  const targetSoc = effectiveTargetSoc(short)
  const notReady = ({ present, from, startSoc }: DepotSchedule) =>
    (startSoc >= targetSoc ? 0 : 1) + ((present ?? from <= problem.now) ? 0 : 2)
  return problem.schedules
    .filter((other) => other.id !== short.id && (allowed?.has(other.id) ?? true) && fits(short, other))
    .sort((a, b) => notReady(a) - notReady(b) || a.to - b.to || (a.id < b.id ? -1 : 1))
}

/** It is there before the duty begins, is of the same kind, and has a duty that is later, or asks for less at the same time. */
function fits(short: DepotSchedule, other: DepotSchedule): boolean {
  const [one, two] = [short.ev.batterySizekWh, other.ev.batterySizekWh]
  if (Math.min(one, two) < alikeBatteries * Math.max(one, two)) return false
  if ((short.rank ?? 0) > 0 || (other.rank ?? 0) > 0 || other.from >= short.to) return false
  return other.to > short.to || (other.to === short.to && effectiveTargetSoc(other) < effectiveTargetSoc(short))
}

/** Judged without deciding when: most swaps that do not help are told so in a moment. */
function canBothCharge(swapped: DepotProblem, { scheduleId, withScheduleId }: SwapFix): boolean {
  const stays = staysOf(swapped)
  const gotKwh = chargeableKwh(swapped, stays)
  return stays
    .filter(({ schedule }) => schedule.id === scheduleId || schedule.id === withScheduleId)
    .every(({ needKwh, index }) => needKwh - gotKwh[index]! <= enoughKwh)
}

function isProven({ scheduleId, withScheduleId }: SwapFix, before: DepotPlan, after: DepotPlan): boolean {
  return Object.entries(after.plans).every(([id, { endSoc, reachedTargetSocInSchedule }]) => {
    if (id === scheduleId || id === withScheduleId) return reachedTargetSocInSchedule
    return reachedTargetSocInSchedule || endSoc >= (before.plans[id]?.endSoc ?? 0) - sameSocPoints
  })
}
