import { maximize } from '@/lib/planner/flow/max-flow'
import { clearJob, isShort, type Network, setNeed } from '@/lib/planner/flow/network'
import type { Demand } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import { divideEvenly } from '@/lib/planner/readiness/divide-shortage'

/** What a demand asks inside a level, and what it needed before. */
export interface LevelShare {
  v: number
  stay: Stay
  kwh: number
  beforeKwh: number
}

/**
 * Decides how much each demand gets where not all can be served: first the energy below each minimum SoC, by priority,
 * then the rest, by priority. Each level gets the most that those before it leave: augmenting on the source side never
 * takes back what a job has. `maximize` must have been called, and `isContested` is its cut; demands outside it keep what
 * they have. Afterwards every job of the network needs what it got.
 */
export function serveByLevels(network: Network, demands: Demand[], stays: Stay[], isContested: Uint8Array): void {
  const { needKwh, gotKwh } = network
  const contested = demands.flatMap((_, v) => (isContested[v] === 1 ? [v] : []))
  const stayOf = (v: number) => stays[demands[v]!.stay]!
  const priorityOf = (v: number) => stayOf(v).schedule.priority
  const isOneLevel = contested.every((v) => {
    return demands[v]!.minimumKwh === 0 && priorityOf(v) === priorityOf(contested[0]!)
  })
  // What is there is the most of one level already, and the most of the first of several only without the others.
  for (const v of contested) {
    if (!isOneLevel) clearJob(network, v)
    needKwh[v] = 0
  }
  const priorities = [...new Set(contested.map(priorityOf))].sort((a, b) => b - a)
  for (const level of ['minimumKwh', 'restKwh'] as const) {
    for (const priority of priorities) {
      const shares = contested
        .filter((v) => demands[v]![level] > 0 && priorityOf(v) === priority)
        .map((v) => ({ v, stay: stayOf(v), kwh: demands[v]![level], beforeKwh: needKwh[v]! }))
      if (level === 'minimumKwh') serveRatherOneShort(network, shares)
      else divideEvenly(network, shares)
    }
  }
  needKwh.set(gotKwh)
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
  return a.kwh - b.kwh || a.stay.schedule.to - b.stay.schedule.to || (a.stay.schedule.id < b.stay.schedule.id ? -1 : 1)
}
