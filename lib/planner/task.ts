import type { Demand } from '@/lib/planner/jobs'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness'
import type { Run } from '@/lib/planner/runs'
import type { Before } from '@/lib/planner/start-flow'
import type { Stay } from '@/lib/planner/stay'
import type { TimeGrid } from '@/lib/planner/time-grid'

/** What is to be shared out: a depot, or what is left of it above the runs' least powers. */
export interface Task {
  problem: DepotProblem
  demands: Demand[]
  stays: Stay[]
  before?: Before | undefined
}

/** A task shared out, under a cap on site power. */
export interface SharedOut extends Served {
  capKw: number
}

export type ShareOut = (grid: TimeGrid, task: Task) => SharedOut

/** A depot with vehicles that cannot pause; the runs of some must be reserved, whether they charge in one go or not. */
export interface Depot extends Task {
  mustReserve: Set<number>
}

/** A depot in which every vehicle that cannot pause charges in one go. */
export interface InRuns {
  /** What is above the runs' least powers, and how it is shared out. */
  task: Task
  served: Served
  /** By stay; a vehicle that charges in one go anyway needs none. */
  runs: Map<number, Run>
}

/** The runs so far; who is settled without one gets nothing. */
export interface Settled {
  runs: Map<number, Run>
  /** By stay: what the plan that still let it pause gave it, in kWh. */
  promisedKwh: Map<number, number>
}
