import type { Block } from '@/lib/planner/blocks/block'
import type { Before } from '@/lib/planner/flow/start-flow'
import type { Demand } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness/serve'

/** What is to be allocated: a depot, or what is left of it above the blocks' minimum powers. */
export interface Task {
  problem: DepotProblem
  demands: Demand[]
  stays: Stay[]
  before?: Before | undefined
}

/** An allocated task, under a cap on site power. */
export interface SolvedFlow extends Served {
  capKw: number
}

export type SolveFlow = (grid: TimeGrid, task: Task) => SolvedFlow

/** A depot with vehicles that cannot pause; the blocks of some must be reserved, whether they charge in one go or not. */
export interface BlockTask extends Task {
  mustReserve: Set<number>
}

/** A depot in which every vehicle that cannot pause charges in one go. */
export interface InBlocks {
  /** What is above the blocks' minimum powers, and how it is allocated. */
  task: Task
  served: Served
  /** By stay; a vehicle that charges in one go anyway needs none. */
  blocks: Map<number, Block>
}

/** The blocks so far; a vehicle that is settled without one gets nothing. */
export interface Settled {
  blocks: Map<number, Block>
  /** By stay: what the plan that still let it pause gave it, in kWh. */
  promisedKwh: Map<number, number>
}
