import { hoursToTarget, type Stay, staysOf } from '@/lib/planner/model/stay'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/**
 * What binds: `cannot-charge` (no power is allowed), `stay-too-short` (even alone, at its own power, there is not enough
 * time), `started-too-late` (it was here in time, but time went by without charging), `charging-curve` (at its maximum there
 * would be, but its battery takes less as it fills), `site-limit` (others and the limit).
 */
export type ShortfallCause = 'cannot-charge' | 'stay-too-short' | 'started-too-late' | 'charging-curve' | 'site-limit'

/** Energy missing at the departure, and why. */
export interface Shortfall {
  scheduleId: string
  cause: ShortfallCause
  missingKwh: number
  missingPoints: number
  endSoc: number
  targetSoc: number
  /** The minimum SoC that is missed too, where it is. */
  missedMinimumSoc?: number
  /** At the vehicle's own power: what the energy takes, and what the stay has, in minutes. */
  neededMinutes: number
  availableMinutes: number
}

/** The shortfall of every schedule that the plan leaves below its target, in the order of the problem. */
export function shortfallsOf(problem: DepotProblem, plan: DepotPlan): Shortfall[] {
  return staysOf(problem).flatMap((stay) => {
    const shortfall = shortfallOf(problem, plan, stay)
    return shortfall ? [shortfall] : []
  })
}

function shortfallOf(problem: DepotProblem, plan: DepotPlan, stay: Stay): Shortfall | undefined {
  const { schedule } = stay
  const own = plan.plans[schedule.id]
  if (!own || own.reachedTargetSocInSchedule || stay.needKwh <= 0) return undefined
  const missingPoints = stay.targetSoc - own.endSoc
  const minimumSoc = schedule.settings.minimumSoC
  const availableS = stay.deadlineS - stay.startS + (stay.departureS - stay.endS)
  return {
    scheduleId: schedule.id,
    cause: causeOf(problem, stay, availableS),
    missingKwh: (missingPoints * schedule.ev.batterySizekWh) / 100,
    missingPoints,
    endSoc: own.endSoc,
    targetSoc: stay.targetSoc,
    ...(own.endSoc < minimumSoc - 1e-6 ? { missedMinimumSoc: minimumSoc } : {}),
    neededMinutes: finite(hoursToTarget(stay) * 60),
    availableMinutes: availableS / 60,
  }
}

function causeOf(problem: DepotProblem, stay: Stay, availableS: number): ShortfallCause {
  const { maxPowerKw, minPowerKw, needKwh, schedule } = stay
  if (maxPowerKw <= 0 || maxPowerKw < minPowerKw) return 'cannot-charge'
  const neededS = hoursToTarget(stay) * 3600
  const flatS = (needKwh / maxPowerKw) * 3600
  if (neededS <= availableS) return 'site-limit'
  if (flatS <= availableS) return 'charging-curve'
  const lostS = Math.max(0, (problem.now - schedule.from) / 1000)
  return neededS <= availableS + lostS ? 'started-too-late' : 'stay-too-short'
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}
