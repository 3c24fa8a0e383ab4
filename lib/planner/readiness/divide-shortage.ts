import { maximize } from '@/lib/planner/flow/max-flow'
import { type Network, setNeed } from '@/lib/planner/flow/network'
import type { LevelShare } from '@/lib/planner/readiness/level-share'

/** Stays that together get `totalKwh` of what they ask in a level, whichever of them gets it. */
interface Group {
  shares: PointShare[]
  totalKwh: number
}

/** A share, with the energy of a point of its battery. */
interface PointShare extends LevelShare {
  kwhPerPoint: number
}

/**
 * Spreads a level's shortage: the largest in SoC points as small as possible, then the next (the lexicographically optimal
 * base of a polymatroid). Divide and conquer finds it (the decomposition algorithm, Fujishige 1980, Groenevelt 1991): all
 * get the same shortage in points, such that the sum is the most that the site can give them; where that does not fit,
 * the minimum cut names the stays that must be shorter than the rest, and how much they get together. Each half is solved in
 * the same way, so two stays more are at most two flows more. Jobs then need what they got.
 */
export function divideEvenly(network: Network, asked: LevelShare[]): void {
  if (asked.length === 0) return
  const shares = asked.map((share) => ({ ...share, kwhPerPoint: share.stay.schedule.ev.batterySizekWh / 100 }))
  for (const { v, kwh, beforeKwh } of shares) network.needKwh[v] = beforeKwh + kwh
  maximize(network)
  const groups: Group[] = [{ shares, totalKwh: totalOf(network, shares) }]
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    const halves = divide(network, group)
    if (halves) groups.push(halves.rest, halves.shorter)
    else for (const { v } of group.shares) network.needKwh[v] = network.gotKwh[v]!
  }
}

function totalOf({ gotKwh }: Network, shares: PointShare[]): number {
  return shares.reduce((sum, { v, beforeKwh }) => sum + Math.max(0, gotKwh[v]! - beforeKwh), 0)
}

/** Gives all stays the common shortage; where that does not fit, the two halves, first the stays that must be shorter. */
function divide(network: Network, { shares, totalKwh }: Group): { shorter: Group; rest: Group } | undefined {
  const points = commonShortage(shares, totalKwh)
  for (const { v, kwh, beforeKwh, kwhPerPoint } of shares) {
    setNeed(network, v, beforeKwh + Math.max(0, kwh - points * kwhPerPoint))
  }
  const cut = maximize(network)
  const missingKwh = shares.reduce((sum, { v }) => sum + Math.max(0, network.needKwh[v]! - network.gotKwh[v]!), 0)
  if (missingKwh <= network.tinyKwh * shares.length) return undefined
  const shorter = shares.filter(({ v }) => cut.job[v] === 1)
  const rest = shares.filter(({ v }) => cut.job[v] !== 1)
  if (shorter.length === 0 || rest.length === 0) return undefined
  const shorterKwh = totalOf(network, shorter)
  return {
    shorter: { shares: shorter, totalKwh: shorterKwh },
    rest: { shares: rest, totalKwh: totalKwh - shorterKwh },
  }
}

/** The shortage in points at which what all ask adds up to a total; nobody gives up more than it asks. */
function commonShortage(shares: PointShare[], totalKwh: number): number {
  let slope = shares.reduce((sum, { kwhPerPoint }) => sum + kwhPerPoint, 0)
  let excessKwh = shares.reduce((sum, { kwh }) => sum + kwh, 0) - totalKwh
  const ends = shares.map(({ kwh, kwhPerPoint }) => ({ points: kwh / kwhPerPoint, kwhPerPoint }))
  ends.sort((a, b) => a.points - b.points)
  let points = 0
  for (const end of ends) {
    const givenKwh = slope * (end.points - points)
    if (givenKwh >= excessKwh) break
    excessKwh -= givenKwh
    points = end.points
    slope -= end.kwhPerPoint
  }
  return slope > 1e-12 && excessKwh > 0 ? points + excessKwh / slope : points
}
