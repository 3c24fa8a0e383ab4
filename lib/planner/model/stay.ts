import { hoursToCharge, powerAtSoc } from '@/lib/planner/charging-curve'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'

const longestPreconditioningS = 120 * 60

/**
 * What one schedule asks of the plan. Times are whole epoch seconds: an arrival with a fraction is rounded up, an end
 * down. Powers in kW and energies in kWh, at the vehicle.
 */
export interface Stay {
  /** Its place in the problem. */
  index: number
  schedule: DepotSchedule
  /** max(from, now). */
  startS: number
  /** Plugged in; `rank` 1 is served after all that rank 0 needs. */
  isPresent: boolean
  rank: number
  /** It is charging and cannot pause: its charging begins with `now`. */
  isUnderWay: boolean
  /** Charging ends here: `endS` less the preconditioning window. */
  deadlineS: number
  /** Preconditioning draws from here to `endS`; equal to `endS` where there is none. */
  preconditioningFromS: number
  preconditioningKw: number
  /** to − margin. */
  endS: number
  /** The departure itself. */
  departureS: number
  /** Where it cannot pause and its curve takes longer than its power: until when, past the deadline that is left for that. */
  curveEndS?: number | undefined
  maxPowerKw: number
  /** The minimum power that is not 0. */
  minPowerKw: number
  /** What charging aims at, in percent: the higher of `targetSoc` and `minimumSoC`. */
  targetSoc: number
  /** From the start SoC to the target, and the part of that below `minimumSoC`. */
  needKwh: number
  minimumNeedKwh: number
  /** What preconditioning asks for; nothing when its time is 0. */
  preconditioningNeedKwh: number
}

/** A depot with more stays than this is large: time counts there, and what one vehicle more or less does is little. */
const many = 100

export function isLarge(stays: readonly Stay[]): boolean {
  return stays.length > many
}

/** What charging aims at: nobody leaves with less than its duty needs because a lower target was typed. */
export function effectiveTargetSoc({ targetSoc, settings }: Pick<DepotSchedule, 'targetSoc' | 'settings'>): number {
  return Math.max(targetSoc, settings.minimumSoC)
}

/** The energy of `points` SoC points, in kWh. */
export function energyOfPointsKwh(points: number, batterySizeKwh: number): number {
  return (Math.max(0, points) * batterySizeKwh) / 100
}

/** Derives what each schedule asks, in the order of the problem. */
export function staysOf(problem: DepotProblem): Stay[] {
  return problem.schedules.map((schedule, index) => stayOf(schedule, index, problem.now))
}

function stayOf(schedule: DepotSchedule, index: number, now: number): Stay {
  const { ev, settings, startSoc } = schedule
  const targetSoc = effectiveTargetSoc(schedule)
  const departureS = Math.floor(schedule.to / 1000)
  const startS = Math.ceil(Math.max(schedule.from, now) / 1000)
  const endS = Math.max(startS, Math.floor((schedule.to - settings.departureMarginMinutes * 60_000) / 1000))
  const maxPowerKw = Math.min(settings.evMaxPowerkW, ev.maxPowerkW)
  const minimumNeedKwh = energyOfPointsKwh(settings.minimumSoC - startSoc, ev.batterySizekWh)
  const { vehiclePreconditioningEnergykWh: energyKwh, vehiclePreconditioningTimeMs: timeMs } = ev.preconditioning
  const timeS = timeMs > 0 ? Math.min(longestPreconditioningS, Math.max(1, Math.floor(timeMs / 1000))) : 0
  const windowS = preconditioningWindowS(schedule, maxPowerKw, minimumNeedKwh, endS - startS)
  return {
    index,
    schedule,
    startS,
    isPresent: schedule.present ?? schedule.from <= now,
    rank: schedule.rank ?? 0,
    isUnderWay: schedule.charging && !ev.supportsPausing && startS === Math.ceil(now / 1000),
    deadlineS: endS - windowS,
    preconditioningFromS: endS - Math.min(windowS, timeS),
    preconditioningKw: timeS > 0 ? Math.min(maxPowerKw, (energyKwh * 3600) / timeS) : 0,
    endS,
    departureS: Math.max(departureS, endS),
    maxPowerKw,
    minPowerKw: ev.supportsPausing ? settings.evMinPowerkW : Math.max(settings.evMinPowerkW, Math.min(1, maxPowerKw)),
    targetSoc,
    needKwh: energyOfPointsKwh(targetSoc - startSoc, ev.batterySizekWh),
    minimumNeedKwh,
    preconditioningNeedKwh: timeMs > 0 ? energyKwh : 0,
  }
}

/** How long the stay's own power and curve take for its whole need, in hours; Infinity where it can take none. */
export function hoursToTarget({ schedule, maxPowerKw, targetSoc }: Stay): number {
  return hoursTo(schedule, maxPowerKw, targetSoc)
}

/** The same for what is missing to its minimum SoC. */
export function hoursToMinimum({ schedule, maxPowerKw }: Stay): number {
  return hoursTo(schedule, maxPowerKw, schedule.settings.minimumSoC)
}

function hoursTo({ startSoc, ev }: DepotSchedule, maxPowerKw: number, soc: number): number {
  if (soc <= startSoc) return 0
  if (maxPowerKw <= 0) return Number.POSITIVE_INFINITY
  return hoursToCharge(ev.chargingCurve, maxPowerKw, ev.batterySizekWh, startSoc, soc)
}

/** True where the stay's curve holds its power below its maximum somewhere on the way to its target. */
export function isBoundByCurve({ schedule, maxPowerKw, targetSoc }: Stay): boolean {
  const { startSoc, ev } = schedule
  const { chargingCurve: curve } = ev
  if (!curve || targetSoc <= startSoc) return false
  const inside = curve.filter(({ soc }) => soc > startSoc && soc < targetSoc).map(({ powerkW }) => powerkW)
  return [powerAtSoc(curve, startSoc), powerAtSoc(curve, targetSoc), ...inside].some((kw) => kw < maxPowerKw)
}

/**
 * The time before `endS` that preconditioning keeps free of charging: the longer of its two times, at most two hours,
 * and shorter where the vehicle's own power could otherwise not reach its minimum SoC.
 */
function preconditioningWindowS(
  schedule: DepotSchedule,
  maxPowerKw: number,
  minimumNeedKwh: number,
  stayS: number,
): number {
  const { vehiclePreconditioningTimeMs, batteryPreconditioningTimeMs } = schedule.ev.preconditioning
  const askedS = Math.ceil(Math.max(vehiclePreconditioningTimeMs, batteryPreconditioningTimeMs) / 1000)
  const chargingS =
    minimumNeedKwh > 0 && maxPowerKw > 0
      ? Math.ceil(hoursTo(schedule, maxPowerKw, schedule.settings.minimumSoC) * 3600 - 1e-6)
      : 0
  return Math.max(0, Math.min(askedS, longestPreconditioningS, stayS - chargingS))
}
