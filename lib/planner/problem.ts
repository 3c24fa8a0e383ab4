import type { CurvePoint } from '@/lib/planner/charging-curve'

/** What a depot plan may aim at, after readiness. The spelling `peak-supression` is the API's. */
export const strategies = ['peak-supression', 'lowest-cost', 'balanced', 'as-soon-as-possible'] as const
export type Strategy = (typeof strategies)[number]

/** The phase of charging that a segment lies in. */
export const tags = ['minimum', 'bulk', 'saturation', 'preconditioning', 'idle'] as const
export type Tag = (typeof tags)[number]

/** A power in kW that holds from `from` (inclusive) to `to` (exclusive), epoch milliseconds. */
export interface PowerInterval {
  from: number
  to: number
  powerkW: number
}

/** A price in the depot's currency for a kWh at the site, half-open, epoch milliseconds; may be negative. */
export interface PriceInterval {
  from: number
  to: number
  perkWh: number
}

/** A load at a vehicle that the planner must leave as it is: a frozen plan, or a vehicle that is not scheduled. */
export interface FixedLoad extends PowerInterval {
  scheduleId?: string
}

/**
 * The grid connection. Site power = base load + (fixed loads + vehicles) ÷ efficiency, and never above the limit:
 * the contracted `powerLimitkW` (null = none) or a lower one of `limits` while that holds.
 */
export interface Site {
  powerLimitkW: number | null
  limits: PowerInterval[]
  baseLoad: PowerInterval[]
  prices: PriceInterval[]
  /** Vehicle power ÷ site power, above 0 and at most 1. */
  efficiency: number
  demandChargePerkW: number
  /** The highest site power of the billing period before `now`: charging up to it costs no demand charge. */
  peakSoFarkW: number
  /** Vehicles should be ready so long before their deadlines; 0: as late as it suits the strategy. */
  readyBufferMinutes?: number
}

/** Energy taken to heat or cool before departure; it does not reach the battery. */
export interface Preconditioning {
  vehiclePreconditioningEnergykWh: number
  vehiclePreconditioningTimeMs: number
  batteryPreconditioningTimeMs: number
}

export interface Ev {
  batterySizekWh: number
  maxPowerkW: number
  supportsPausing: boolean
  /** The most power by SoC, linear between the points; absent: `maxPowerkW` at every SoC. */
  chargingCurve?: CurvePoint[]
  preconditioning: Preconditioning
}

/** While the planned SoC lies in the tag's range, power stays at or below the ideal; null means no rule. */
export interface PowerRule {
  tag: Tag | null
  idealPowerkW: number | null
}

export interface ChargeSettings {
  evMinPowerkW: number
  evMaxPowerkW: number
  departureMarginMinutes: number
  /** What the next duty needs, in percent; `targetSoc` is what is wanted. */
  minimumSoC: number
  bulkSoC: number
  powerRules: PowerRule[]
}

/** One stay of one vehicle. `startSoc` holds at max(from, now); a higher priority goes first. */
export interface DepotSchedule {
  id: string
  from: number
  to: number
  startSoc: number
  targetSoc: number
  priority: number
  /** Charging right now: a vehicle that cannot pause then goes on from `now`. */
  charging: boolean
  /** Plugged in (default: true once `from` is past): among equals it comes before one that is due and absent. */
  present?: boolean
  /** Served after all minimums and targets of the ranks below (default 0). */
  rank?: number
  ev: Ev
  settings: ChargeSettings
}

/**
 * Everything that a plan depends on (`depot-problem/1`): times in epoch milliseconds, powers in kW, SoC in percent.
 * `parseProblem` makes one from JSON, fills in what may be left out, and names every fault.
 */
export interface DepotProblem {
  format: 'depot-problem/1'
  name?: string
  source?: string
  now: number
  strategy: Strategy
  site: Site
  schedules: DepotSchedule[]
  fixedLoads: FixedLoad[]
  /** The incumbent plan, by schedule id: a plan stays with it where that costs nothing. */
  previous: Record<string, PowerInterval[]>
}

/** The incumbent plan of a schedule; nothing where there is none. Ids may be anything, names of Object's own included. */
export function incumbentPlan({ previous }: Pick<DepotProblem, 'previous'>, scheduleId: string): PowerInterval[] {
  return Object.hasOwn(previous, scheduleId) ? (previous[scheduleId] ?? []) : []
}
