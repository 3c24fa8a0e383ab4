import { maximize } from '@/lib/planner/flow/max-flow'
import { clearJob, isShort, type Network, setNeed } from '@/lib/planner/flow/network'
import type { Demand } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import { divideEvenly } from '@/lib/planner/readiness/divide-shortage'
import type { LevelShare } from '@/lib/planner/readiness/level-share'

/**
 * Decides how much each demand gets where not all can be served: rank by rank first the energy below each minimum
 * SoC, by priority, then the rest, by priority. Each level gets the most that those before it leave: augmenting on the source side never
 * takes back what a job has. `maximize` must have been called, and `isContested` is its cut; demands outside it keep what
 * they have. Afterwards every job of the network needs what it got.
 */
export function serveByLevels(network: Network, demands: Demand[], stays: Stay[], isContested: Uint8Array): void {
  const { needKwh, gotKwh } = network
  const contested = demands.flatMap((_, v) => (isContested[v] === 1 ? [v] : []))
  const stayOf = (v: number) => stays[demands[v]!.stay]!
  const isOf = (v: number, rank: number, priority: number) =>
    stayOf(v).rank === rank && stayOf(v).schedule.priority === priority
  const isOneLevel = contested.every((v) => {
    const first = stayOf(contested[0]!)
    return demands[v]!.minimumKwh === 0 && isOf(v, first.rank, first.schedule.priority)
  })
  // What is there is the most of one level already, and the most of the first of several only without the others.
  for (const v of contested) {
    if (!isOneLevel) clearJob(network, v)
    needKwh[v] = 0
  }
  for (const { rank, isMinimum, priority } of levelsOf(contested.map(stayOf))) {
    const part = isMinimum ? 'minimumKwh' : 'restKwh'
    const shares = contested
      .filter((v) => demands[v]![part] > 0 && isOf(v, rank, priority))
      .map((v) => ({ v, stay: stayOf(v), kwh: demands[v]![part], beforeKwh: needKwh[v]! }))
    if (isMinimum) serveRatherOneShort(network, shares)
    else divideEvenly(network, shares)
  }
  needKwh.set(gotKwh)
}

/** A level of readiness: what the vehicles of a rank and a priority need below their minimums, or above them. */
export interface Level {
  rank: number
  isMinimum: boolean
  priority: number
}

/** The levels in their order: rank by rank, the minimums by priority, then the rest by priority. */
export function levelsOf(stays: Stay[]): Level[] {
  const ranks = [...new Set(stays.map(({ rank }) => rank))].sort((a, b) => a - b)
  const priorities = [...new Set(stays.map(({ schedule }) => schedule.priority))].sort((a, b) => b - a)
  return ranks.flatMap((rank) =>
    [true, false].flatMap((isMinimum) => priorities.map((priority) => ({ rank, isMinimum, priority }))),
  )
}

/** Serves a level of minimums: rather one short than many. Jobs then need what they got. */
function serveRatherOneShort(network: Network, shares: LevelShare[]): void {
  if (shares.length === 0) return
  for (const share of shares) ask(network, share)
  const cut = maximize(network)
  const fought = shares.filter(({ v }) => cut.job[v] === 1).sort(byLeastNeed)
  for (const share of fought) withdraw(network, share)
  const postponed = fought.filter((share) => {
    ask(network, share)
    maximize(network)
    if (!isShort(network, share.v)) return false
    withdraw(network, share)
    return true
  })
  for (const share of postponed) {
    ask(network, share)
    maximize(network)
    network.needKwh[share.v] = network.gotKwh[share.v]!
  }
}

function ask(network: Network, { v, kwh, beforeKwh }: LevelShare): void {
  network.needKwh[v] = beforeKwh + kwh
}

function withdraw(network: Network, { v, beforeKwh }: LevelShare): void {
  setNeed(network, v, beforeKwh)
}

function byLeastNeed(a: LevelShare, b: LevelShare): number {
  const [one, two] = [a.stay.schedule, b.stay.schedule]
  return (
    a.kwh - b.kwh ||
    one.to - two.to ||
    Number(b.stay.isPresent) - Number(a.stay.isPresent) ||
    (one.id < two.id ? -1 : 1)
  )
}
