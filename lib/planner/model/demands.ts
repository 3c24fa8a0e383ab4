import type { Job } from '@/lib/planner/flow/network'
import { idealWindows } from '@/lib/planner/model/ideals'
import type { Stay } from '@/lib/planner/model/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/model/time-grid'

/** What a stay, or one phase of it, asks of the site: `first` and `end` are its window, without its margin. */
export interface Demand extends Job {
  minimumKwh: number
  restKwh: number
  /** The margin: intervals [marginFirst, marginEnd); empty where there is none. */
  marginFirst: number
  marginEnd: number
  /** The demand itself lies in the margin. */
  inMargin?: boolean
  /** A plan that is probably near the best: what the demand has of it in each interval of its window, in kWh. */
  likelyKwh?: Float64Array
}

/** A job of the network on which a strategy's aim is reached. */
export interface DepotJob extends Job {
  /** It lies in the margin: only what is missing otherwise goes there. */
  inMargin: boolean
}

/**
 * What one stay asks: one demand, with its margin. A stay that follows ideals has one a phase, in windows after one
 * another that give each phase the same share of slack, so that SoC and power fit however the energy falls.
 */
export function demandsOf(grid: TimeGrid, stay: Stay, index: number, followsIdeals: boolean): Demand[] {
  if (!canEverCharge(grid, stay)) return []
  const window = (fromS: number, toS: number) => ({ stay: index, first: indexAt(grid, fromS), end: indexAt(grid, toS) })
  if (followsIdeals) {
    return idealWindows(stay).map(({ fromS, toS, stretch: { kwh, powerKw, isMinimum } }) => {
      const [minimumKwh, restKwh] = isMinimum ? [kwh, 0] : [0, kwh]
      return { ...window(fromS, toS), powerKw, minimumKwh, restKwh, marginFirst: 0, marginEnd: 0 }
    })
  }
  return [
    {
      ...window(stay.startS, stay.deadlineS),
      powerKw: stay.maxPowerKw,
      minimumKwh: stay.minimumNeedKwh,
      restKwh: Math.max(0, stay.needKwh - stay.minimumNeedKwh),
      marginFirst: indexAt(grid, stay.endS),
      marginEnd: canReachMargin(stay) ? indexAt(grid, stay.departureS) : 0,
    },
  ]
}

/** Preconditioning lies between window and margin: a vehicle that cannot pause has to choose, and chooses the window. */
function canReachMargin({ schedule, deadlineS, endS }: Stay): boolean {
  return schedule.ev.supportsPausing || deadlineS === endS
}

/** False where the minimum power of the stay fits neither its vehicle nor, at any time, the site. */
function canEverCharge(grid: TimeGrid, stay: Stay): boolean {
  if (stay.maxPowerKw <= 0 || stay.minPowerKw > stay.maxPowerKw) return false
  if (stay.minPowerKw <= 0) return true
  for (let i = indexAt(grid, stay.startS); i < grid.count && grid.atS[i]! < stay.departureS; i++) {
    if ((grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency >= stay.minPowerKw) return true
  }
  return false
}

/** Adds up by stay what the jobs have. */
export function perStay(kwh: Float64Array, jobs: DepotJob[], stays: number): Float64Array {
  const sums = new Float64Array(stays)
  jobs.forEach((job, v) => {
    sums[job.stay]! += kwh[v]!
  })
  return sums
}
