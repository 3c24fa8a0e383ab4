import type { DepotJob } from '@/lib/planner/jobs'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness'
import { type Market, marketOf } from '@/lib/planner/run-price'
import type { Stay } from '@/lib/planner/stay'
import type { TimeGrid } from '@/lib/planner/time-grid'

/** How a plan that lets it pause charges a vehicle that cannot: `flowKwh` in the intervals from `first` up to `end`. */
export interface Wish {
  stay: Stay
  first: number
  end: number
  kwh: number
  flowKwh: Float64Array
  /** It is charging: its run begins with the grid. */
  isUnderWay: boolean
  /** The plan would have it stop at once; it goes on for a moment all the same. */
  mustGoOn: boolean
  /**
   * How what the least power adds where the plan charges less counts beside what lies outside of the run: half, since the
   * one mostly takes the place of the other; as soon as possible as much, since it comes late.
   */
  addedWeight: number
  /** Where energy is to cost least, in a depot small enough to look at every price. */
  market?: Market
}

/** Runs are chosen by price in depots of up to so many stays and intervals; beyond, what would have to move says enough. */
const small = { stays: 24, intervals: 400 }

/** The wishes of some stays, from the flow of a plan in which they may pause. */
export function wishesOf({ strategy }: DepotProblem, { network, jobs }: Served, grid: TimeGrid, stays: Stay[]): Wish[] {
  const addedWeight = strategy === 'as-soon-as-possible' ? 1 : 0.5
  const wishes = new Map<number, Wish>()
  const wanted = new Map(stays.map((stay) => [stay.index, stay]))
  jobs.forEach((job, v) => {
    const stay = wanted.get(job.stay)
    if (!stay) return
    const wish = wishes.get(job.stay) ?? emptyWish(grid, stay, job, addedWeight)
    wish.end = Math.max(wish.end, job.end)
    wish.kwh += network.gotKwh[v]!
    for (let i = job.first; i < job.end; i++) wish.flowKwh[i]! += network.flowKwh[network.arc[v]! + i]!
    wishes.set(job.stay, wish)
  })
  const isSmall = jobs.length <= small.stays && grid.count <= small.intervals
  if (strategy === 'lowest-cost' && isSmall) {
    const market = marketOf(
      grid,
      network.roomKwh.map((kwh, i) => kwh - network.loadKwh[i]!),
    )
    for (const wish of wishes.values()) wish.market = market
  }
  return [...wishes.values()].map((wish) =>
    isCutOff(grid, wish)
      ? { ...wish, kwh: Math.min(wish.stay.needKwh, wish.stay.minPowerKw * grid.hours[0]!), mustGoOn: true }
      : wish,
  )
}

function emptyWish(grid: TimeGrid, stay: Stay, { first, end }: DepotJob, addedWeight: number): Wish {
  const { isUnderWay } = stay
  return { stay, first, end, kwh: 0, flowKwh: new Float64Array(grid.count), isUnderWay, mustGoOn: false, addedWeight }
}

/** Who is charging goes on, even where others come first: then for an interval, and ends early. */
function isCutOff(grid: TimeGrid, { stay, kwh, isUnderWay }: Wish): boolean {
  return isUnderWay && kwh < stay.minPowerKw * (grid.hours[0] ?? 0)
}
