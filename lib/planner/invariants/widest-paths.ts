import type { DepotTimeline } from '@/lib/planner/invariants/depot-timeline'
import type { FreeStay, ResidualDepot } from '@/lib/planner/invariants/residual-depot'

/** A stay's charging power in kW in each moment; `mayCharge` is 1 where its window lies. */
export interface StayFlow {
  maxPowerKw: number
  powerKw: Float64Array
  mayCharge: Uint8Array
}

export interface DepotFlow {
  timeline: DepotTimeline
  stays: StayFlow[]
}

/** The plan's powers moment by moment; for depots small enough to be written out. */
export function depotFlow({ timeline, stays }: ResidualDepot): DepotFlow {
  return { timeline, stays: stays.map((stay) => stayFlow(stay, timeline.hours.length)) }
}

function stayFlow({ facts, stretches }: FreeStay, count: number): StayFlow {
  const powerKw = new Float64Array(count)
  const mayCharge = new Uint8Array(count)
  for (const { first, end, powerKw: kw } of stretches) {
    powerKw.fill(kw, first, end)
    mayCharge.fill(1, first, end)
  }
  return { maxPowerKw: facts.maxPowerKw, powerKw, mayCharge }
}

function spareKw({ maxPowerKw, powerKw, mayCharge }: StayFlow, k: number): number {
  return mayCharge[k] ? maxPowerKw - (powerKw[k] ?? 0) : 0
}

export interface Widest {
  /** The most kWh that one path can bring from each moment, or from each stay, to the stay that is short. */
  momentKwh: Float64Array
  stayKwh: Float64Array
}

/** Widest paths from a stay that is short: its spare moments, the stays that charge there, their spare moments, … */
export function widestPaths({ timeline, stays }: DepotFlow, short: number, parents?: Int32Array): Widest {
  const momentKwh = new Float64Array(timeline.hours.length)
  const stayKwh = new Float64Array(stays.length)
  const settled = new Uint8Array(stays.length)
  stayKwh[short] = Number.POSITIVE_INFINITY
  for (;;) {
    const v = widestOpen(stayKwh, settled)
    const stay = stays[v]
    if (!stay) return { momentKwh, stayKwh }
    settled[v] = 1
    for (let k = 0; k < momentKwh.length; k++) {
      const kwh = Math.min(stayKwh[v] ?? 0, spareKw(stay, k) * (timeline.hours[k] ?? 0))
      if (kwh <= (momentKwh[k] ?? 0)) continue
      momentKwh[k] = kwh
      stays.forEach((other, u) => {
        const through = Math.min(kwh, (other.powerKw[k] ?? 0) * (timeline.hours[k] ?? 0) * (other.mayCharge[k] ?? 0))
        if (settled[u] || through <= (stayKwh[u] ?? 0)) return
        stayKwh[u] = through
        if (parents) parents.set([v, k], 2 * u)
      })
    }
  }
}

function widestOpen(stayKwh: Float64Array, settled: Uint8Array): number {
  let best = -1
  stayKwh.forEach((kwh, v) => {
    if (!settled[v] && kwh > 0 && (best < 0 || kwh > (stayKwh[best] ?? 0))) best = v
  })
  return best
}

/** How much of `wantedKwh` can move from one stay to another, path after path, on a copy of the flow. */
export function movableKwh(depot: DepotFlow, short: number, from: number, wantedKwh: number): number {
  const stays = depot.stays.map((stay) => ({ ...stay, powerKw: Float64Array.from(stay.powerKw) }))
  const copy = { ...depot, stays }
  let movedKwh = 0
  for (let path = 0; path < 200 && movedKwh < wantedKwh; path++) {
    const parents = new Int32Array(2 * stays.length).fill(-1)
    const kwh = Math.min(widestPaths(copy, short, parents).stayKwh[from] ?? 0, wantedKwh - movedKwh)
    if (kwh <= 1e-9) break
    movedKwh += kwh
    for (let u = from; u !== short; u = parents[2 * u] ?? short) {
      const [v, k] = [parents[2 * u] ?? short, parents[2 * u + 1] ?? 0]
      const powerKw = kwh / (depot.timeline.hours[k] ?? 1)
      const [giver, taker] = [stays[u]?.powerKw, stays[v]?.powerKw]
      if (giver) giver[k] = (giver[k] ?? 0) - powerKw
      if (taker) taker[k] = (taker[k] ?? 0) + powerKw
    }
  }
  return movedKwh
}
