import { type Market, marketOf } from '@/lib/planner/blocks/market'
import type { Network } from '@/lib/planner/flow/network'
import type { DepotJob } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness/serve'

/**
 * How a plan that lets it pause charges a vehicle that cannot: `flowKwh[at + i]` in interval i, from `first` up to `end`. The
 * flow is the plan's own, as long as nobody changes it.
 */
export interface RelaxedSchedule {
  stay: Stay
  first: number
  end: number
  kwh: number
  flowKwh: Float64Array
  at: number
  /** It is charging: its block begins with the grid. */
  isUnderWay: boolean
  /** The plan would have it stop at once; it goes on for a moment all the same. */
  mustGoOn: boolean
  /**
   * How what the minimum power adds where the plan charges less counts beside what lies outside of the block: half, since the
   * one mostly takes the place of the other; as soon as possible as much, since it comes late.
   */
  addedWeight: number
  /** Where energy is to cost least, in a depot small enough to look at every price. */
  market?: Market
}

/** Blocks are chosen by price in depots of up to so many stays and intervals; beyond, what would have to move says enough. */
const small = { stays: 24, intervals: 400 }

/** The relaxedSchedules of some stays, from the flow of a plan in which they may pause. */
export function relaxedSchedulesOf(
  { strategy }: DepotProblem,
  { network, jobs }: Served,
  grid: TimeGrid,
  stays: Stay[],
): RelaxedSchedule[] {
  const addedWeight = strategy === 'as-soon-as-possible' ? 1 : 0.5
  const relaxedSchedules = new Map<number, RelaxedSchedule>()
  const wanted = new Map(stays.map((stay) => [stay.index, stay]))
  jobs.forEach((job, v) => {
    const stay = wanted.get(job.stay)
    if (!stay) return
    const own = relaxedScheduleOf(network, job, v, stay, addedWeight)
    const other = relaxedSchedules.get(job.stay)
    relaxedSchedules.set(job.stay, other ? joined(grid, other, own) : own)
  })
  const isSmall = jobs.length <= small.stays && grid.count <= small.intervals
  if (strategy === 'lowest-cost' && isSmall) {
    const market = marketOf(
      grid,
      network.roomKwh.map((kwh, i) => kwh - network.loadKwh[i]!),
    )
    for (const relaxedSchedule of relaxedSchedules.values()) relaxedSchedule.market = market
  }
  return [...relaxedSchedules.values()].map((relaxedSchedule) =>
    isCutOff(grid, relaxedSchedule)
      ? {
          ...relaxedSchedule,
          kwh: Math.min(relaxedSchedule.stay.needKwh, relaxedSchedule.stay.minPowerKw * grid.hours[0]!),
          mustGoOn: true,
        }
      : relaxedSchedule,
  )
}

function relaxedScheduleOf(
  { gotKwh, flowKwh, arc }: Network,
  job: DepotJob,
  v: number,
  stay: Stay,
  addedWeight: number,
): RelaxedSchedule {
  const { first, end } = job
  const { isUnderWay } = stay
  return { stay, first, end, kwh: gotKwh[v]!, flowKwh, at: arc[v]!, isUnderWay, mustGoOn: false, addedWeight }
}

/** What a vehicle charges in its window and in its margin is one relaxedSchedule. */
function joined(grid: TimeGrid, one: RelaxedSchedule, two: RelaxedSchedule): RelaxedSchedule {
  const flowKwh = new Float64Array(grid.count)
  for (const { first, end, flowKwh: kwh, at } of [one, two])
    for (let i = first; i < end; i++) flowKwh[i]! += kwh[at + i]!
  return { ...one, end: Math.max(one.end, two.end), kwh: one.kwh + two.kwh, flowKwh, at: 0 }
}

/** A vehicle that is charging goes on, even where others come first: then for an interval, and ends early. */
function isCutOff(grid: TimeGrid, { stay, kwh, isUnderWay }: RelaxedSchedule): boolean {
  return isUnderWay && kwh < stay.minPowerKw * (grid.hours[0] ?? 0)
}
