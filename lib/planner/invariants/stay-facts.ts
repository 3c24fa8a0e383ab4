import { curveKw } from '@/lib/planner/invariants/check-curve'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'

/** What the rules say of one stay before any plan is made. Times are epoch ms on whole seconds, powers kW, energies kWh. */
export interface StayFacts {
  schedule: DepotSchedule
  /** The effective target: the higher of `targetSoc` and `minimumSoC`. */
  targetSoc: number
  startMs: number
  /** End of the window without the margin, and the end of the stay. */
  lastMs: number
  endMs: number
  /** Charging ends here unless the margin is used; a preconditioning cut for `minimumSoC` moves it later. */
  deadlineMs: number
  /**
   * The reserved load as wanted, before clipping; `fromMs === toMs` when there is none. `powerKw` is the least that it
   * may be: its time may be rounded up to whole seconds, and one above 120 minutes cut off or squeezed into them.
   */
  preconditioning: { fromMs: number; toMs: number; powerKw: number; energyKwh: number }
  maxPowerKw: number
  /** The minimum power other than 0; above `maxPowerKw` the vehicle cannot be charged at all. */
  floorPowerKw: number
  /** What lies below `minimumSoC` and what lies above it up to the target. */
  minimumNeedKwh: number
  restNeedKwh: number
  pausable: boolean
  /** Its curve lies below its maximum somewhere between start and target. */
  boundByCurve: boolean
  rank: number
  /** Plugged in: as the problem says, else once its stay has begun. */
  isPresent: boolean
}

const secondMs = 1000
/** Less than this past a second is rounding. */
const roundingMs = 0.01
const longestPreconditioningMs = 120 * 60_000
const ceilSecond = (ms: number) => Math.ceil(ms / secondMs) * secondMs
const floorSecond = (ms: number) => Math.floor(ms / secondMs) * secondMs

/** Derives the facts of one stay from the planner's constraints 1 to 3 and 6. */
export function stayFacts(problem: DepotProblem, schedule: DepotSchedule): StayFacts {
  const { ev, settings } = schedule
  const startMs = ceilSecond(Math.max(schedule.from, problem.now))
  const marginMs = settings.departureMarginMinutes * 60_000
  const exactLastMs = schedule.to - marginMs
  const maxPowerKw = Math.min(settings.evMaxPowerkW, ev.maxPowerkW)
  const blockFloorKw = Math.max(settings.evMinPowerkW, Math.min(1, maxPowerKw))
  const targetSoc = Math.max(schedule.targetSoc, settings.minimumSoC)
  const kwhPerPoint = ev.batterySizekWh / 100
  const minimumNeedKwh = Math.max(0, settings.minimumSoC - schedule.startSoc) * kwhPerPoint
  const needKwh = Math.max(0, targetSoc - schedule.startSoc) * kwhPerPoint
  const wantedMs = preconditioningWindowMs(schedule)
  const neededMs =
    minimumNeedKwh > 0 && maxPowerKw > 0 ? curveMinutes(schedule, settings.minimumSoC, maxPowerKw).minutes * 60_000 : 0
  const lastMs = floorSecond(exactLastMs)
  const deadlineMs = Math.min(
    lastMs,
    Math.max(floorSecond(exactLastMs - wantedMs), ceilSecond(startMs + neededMs - roundingMs)),
  )
  return {
    schedule,
    targetSoc,
    startMs,
    lastMs,
    endMs: floorSecond(schedule.to),
    deadlineMs,
    preconditioning: wantedLoad(schedule, startMs, deadlineMs, lastMs),
    maxPowerKw,
    floorPowerKw: ev.supportsPausing ? settings.evMinPowerkW : blockFloorKw,
    minimumNeedKwh,
    restNeedKwh: needKwh - minimumNeedKwh,
    pausable: ev.supportsPausing,
    boundByCurve: curveMinutes(schedule, targetSoc, maxPowerKw).isBound,
    rank: schedule.rank ?? 0,
    isPresent: schedule.present ?? schedule.from <= problem.now,
  }
}

/** The longer of the two preconditioning times, at most 120 minutes. */
function preconditioningWindowMs({ ev }: DepotSchedule): number {
  const { vehiclePreconditioningTimeMs, batteryPreconditioningTimeMs } = ev.preconditioning
  return Math.min(longestPreconditioningMs, Math.max(vehiclePreconditioningTimeMs, batteryPreconditioningTimeMs))
}

function wantedLoad({ ev }: DepotSchedule, startMs: number, deadlineMs: number, lastMs: number) {
  const { vehiclePreconditioningEnergykWh, vehiclePreconditioningTimeMs } = ev.preconditioning
  const timeMs = Math.min(longestPreconditioningMs, vehiclePreconditioningTimeMs)
  const energyKwh = timeMs > 0 ? vehiclePreconditioningEnergykWh : 0
  const roundedMs = ceilSecond(vehiclePreconditioningTimeMs) + secondMs
  const powerKw = energyKwh > 0 ? energyKwh / (roundedMs / 3_600_000) : 0
  const toMs = Math.max(startMs, lastMs)
  const fromMs = powerKw > 0 ? Math.min(toMs, Math.max(startMs, deadlineMs, lastMs - timeMs)) : toMs
  return { fromMs, toMs, powerKw, energyKwh }
}

/** What a stay can take at its own power in its window without the margin, in kWh. */
export function ownReachKwh({ startMs, deadlineMs, maxPowerKw }: StayFacts): number {
  return (Math.max(0, deadlineMs - startMs) / 3_600_000) * maxPowerKw
}

/** How long the vehicle's own power takes to a SoC, tenth by tenth of a point; and whether its curve holds it anywhere. */
function curveMinutes({ startSoc, ev }: DepotSchedule, toSoc: number, maxPowerKw: number) {
  const curve = ev.chargingCurve ?? []
  if (curve.length === 0 || toSoc <= startSoc || maxPowerKw <= 0) {
    const kwh = (Math.max(0, toSoc - startSoc) / 100) * ev.batterySizekWh
    return { minutes: maxPowerKw > 0 ? (kwh / maxPowerKw) * 60 : 0, isBound: false }
  }
  const steps = Math.ceil((toSoc - startSoc) * 10)
  const points = (toSoc - startSoc) / steps
  let minutes = 0
  let isBound = false
  for (let step = 0; step < steps; step++) {
    const kw = Math.min(maxPowerKw, curveKw(curve, startSoc + (step + 0.5) * points))
    isBound ||= [0, 1].some((end) => curveKw(curve, startSoc + (step + end) * points) < maxPowerKw)
    minutes += ((points / 100) * ev.batterySizekWh * 60) / kw
  }
  return { minutes, isBound }
}
