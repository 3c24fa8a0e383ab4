import { type Cut, maximize } from '@/lib/planner/flow/max-flow'
import { isShort, type Network, roomUnder } from '@/lib/planner/flow/network'
import { type StartFlow, startFrom } from '@/lib/planner/flow/start-flow'
import type { TimeGrid } from '@/lib/planner/model/time-grid'

/**
 * The lowest cap on site power, at or above `floorKw`, under which every need is served; the flow that proves it is left
 * in the network. Needs must be servable under the limit. Newton's method on the cut (Radzik 1993): a cap that is too
 * low names the jobs and intervals that want more, the next cap is the least that these alone need. 4 to 5 flows from
 * the level that the whole energy would have if it could go anywhere; fewer from a flow that is nearly one, `start`.
 */
export function leastPeakKw(network: Network, grid: TimeGrid, floorKw: number, start?: StartFlow): number {
  const everywhere = new Uint8Array(grid.count).fill(1)
  const needKwh = network.needKwh.reduce((sum, kwh) => sum + kwh, 0)
  const lowestKw = grid.baseKw.reduce((least, kw) => Math.min(least, kw), floorKw)
  const levelKw = raisedKw(grid, everywhere, lowestKw, needKwh)
  let capKw = needKwh > 0 ? Math.max(floorKw, levelKw) : floorKw
  for (;;) {
    roomUnder(grid, capKw, network.roomKwh)
    startFrom(network, start)
    const cut = maximize(network)
    const nextKw = capOfCutKw(network, grid, cut, capKw)
    if (!(nextKw > capKw)) return capKw
    capKw = nextKw
  }
}

/** The least cap under which the jobs of a cut fit through its intervals, once they use all others as far as they may. */
function capOfCutKw(network: Network, grid: TimeGrid, cut: Cut, capKw: number): number {
  let excessKwh = 0
  for (let v = 0; v < network.jobs; v++) {
    if (isShort(network, v)) excessKwh += network.needKwh[v]! - network.gotKwh[v]!
  }
  if (excessKwh <= 0) return capKw
  return raisedKw(grid, cut.interval, capKw, excessKwh)
}

/**
 * The cap at which the chosen intervals together hold `moreKwh` more than under `capKw`, or the lowest at which they hold
 * all that their limits allow: where needs are servable, what is missing then is rounding.
 */
export function raisedKw(
  grid: Pick<TimeGrid, 'count' | 'limitKw' | 'baseKw' | 'hours' | 'efficiency'>,
  chosen: Uint8Array,
  capKw: number,
  moreKwh: number,
): number {
  const { count, limitKw, baseKw, hours, efficiency } = grid
  // By power, how the slope changes there: most intervals share their limit, and many their base load.
  const slopeAt = new Map<number, number>()
  const bend = (kw: number, change: number) => slopeAt.set(kw, (slopeAt.get(kw) ?? 0) + change)
  let slope = 0
  for (let i = 0; i < count; i++) {
    if (!chosen[i]) continue
    const fromKw = Math.max(capKw, baseKw[i]!)
    if (limitKw[i]! <= fromKw) continue
    const perKw = hours[i]! * efficiency
    if (fromKw <= capKw) slope += perKw
    else bend(fromKw, perKw)
    if (limitKw[i]! < Number.POSITIVE_INFINITY) bend(limitKw[i]!, -perKw)
  }
  const bends = Array.from(slopeAt, ([kw, change]) => ({ kw, change })).sort((a, b) => a.kw - b.kw)
  let kw = capKw
  let leftKwh = moreKwh
  for (const next of bends) {
    const gainKwh = slope * (next.kw - kw)
    if (gainKwh >= leftKwh) break
    leftKwh -= gainKwh
    kw = next.kw
    slope += next.change
  }
  return slope > 1e-12 ? kw + leftKwh / slope : kw
}
