import type { DepotSchedule, Ev, Strategy, Tag } from '@/lib/planner/problem'

/** The name under which plans say how they were made; raise it when the same problem gives another plan. */
export const strategyVersion = '21'

/** A stretch of constant power and one phase: what OCPP calls a charging profile period. */
export interface Segment {
  from: number
  to: number
  durationMs: number
  powerkW: number
  energykWh: number
  startSoc: number
  endSoc: number
  /** 0 kW while the vehicle could charge. */
  paused: boolean
  /** The plan leaves the vehicle at its own maximum: no limit need be sent. */
  powerUnlimited: boolean
  /** A limit below the vehicle's maximum, not a pause. */
  powerIsBeingLimited: boolean
  tag: [Tag]
}

/** The inputs of a plan, with what follows from them. */
export interface PlannedSchedule extends Omit<DepotSchedule, 'charging' | 'present' | 'rank' | 'ev'> {
  ev: Ev & {
    /** From the start SoC to the target. */
    batteryEnergyNeedkWh: number
    /** That, and the preconditioning. */
    energyNeedkWh: number
  }
  /** When charging really started and ended, ISO 8601, where known; the planner itself does not know. */
  tx: { chargingStartTime?: string; chargingEndTime?: string }
}

/** The API's `plan` object. Segments cover [max(from, now), to − margin], or to `to` where it uses its margin. */
export interface SchedulePlan {
  schedule: PlannedSchedule
  segments: Segment[]
  /** What happened before the plan was made; planning leaves it empty and the code that stores plans fills it in. */
  pastSegments: Segment[]
  departureMarginMs: number
  /** When the last energy is delivered, epoch ms; the beginning of the segments where none is. */
  endTime: number
  /** What this plan delivers, preconditioning included. */
  energyKwh: number
  endSoc: number
  reachedTargetSocInSchedule: boolean
  usesMargin: boolean
}

/** The plan of a whole depot (`depot-plan/1`). Peaks and cost are the site's, energies are at the vehicles. */
export interface DepotPlan {
  format: 'depot-plan/1'
  strategy: Strategy
  strategyVersion: string
  /** The highest site power from `now` to the last departure. */
  peakkW: number
  /** The highest mean of a clock quarter-hour in that time (of the part of it that lies in that time). */
  peak15kW: number
  energykWh: number
  unmetkWh: number
  cost: number
  plans: Record<string, SchedulePlan>
}
