import type { TimeGrid } from '@/lib/planner/model/time-grid'

/** What a block's price is judged by: where the plan that lets everybody pause leaves room, and the cheapest intervals first. */
export interface Market {
  freeKwh: Float64Array
  cheapestFirst: Int32Array
  /** The difference between the dearest and the cheapest price; 0 where there is only one. */
  spreadPerKwh: number
}

/** The market of a depot whose plan leaves `freeKwh` in each interval. */
export function marketOf(grid: TimeGrid, freeKwh: Float64Array): Market {
  const { pricePerKwh } = grid
  const order = Array.from(pricePerKwh, (_, i) => i).sort((a, b) => pricePerKwh[a]! - pricePerKwh[b]! || a - b)
  const spread = pricePerKwh.length > 0 ? pricePerKwh[order[order.length - 1]!]! - pricePerKwh[order[0]!]! : 0
  return { freeKwh, cheapestFirst: Int32Array.from(order), spreadPerKwh: spread }
}
