import { serveEvenly } from '@/lib/planner/even-shortage'
import { type DepotJob, missingKwh } from '@/lib/planner/jobs'
import { isShort, maximize } from '@/lib/planner/max-flow'
import { clearJob, type Network, setNeed } from '@/lib/planner/network'
import type { Stay } from '@/lib/planner/stay'

/** A job of a stay inside a level: what it asks there, and what it needed before. */
export interface Part {
  v: number
  kwh: number
  beforeKwh: number
}

/** A stay inside a level. A shortage is felt in points of its battery, and taken from its margin first. */
export interface Member {
  stay: Stay
  kwh: number
  parts: Part[]
}

/**
 * Decides how much each job gets: first the energy below each minimum SoC, by priority, then the rest, by priority. Each
 * level gets the most that those before it leave: augmenting on the source side never takes back what a job has. The
 * network must have its rooms and no flow; afterwards every job needs exactly what it got.
 */
export function serveByLevels(network: Network, jobs: DepotJob[], stays: Stay[]): void {
  const { needKwh, gotKwh } = network
  jobs.forEach((job, v) => {
    needKwh[v] = job.minimumKwh + job.restKwh
  })
  if (network.roomKwh.every((kwh) => kwh === Number.POSITIVE_INFINITY)) {
    takeOwnReach(network)
    return
  }
  network.tinyKwh = Math.max(network.tinyKwh, 1e-14 * needKwh.reduce((most, kwh) => Math.max(most, kwh), 0))
  const cut = maximize(network)
  const contested = jobs.map((_, v) => v).filter((v) => cut.job[v] === 1)
  if (contested.length > 0) {
    for (const v of contested) {
      clearJob(network, v)
      needKwh[v] = 0
    }
    serveContested(network, jobs, stays, contested)
  }
  needKwh.set(gotKwh)
}

/** Without a limit everybody gets what its own power can reach. */
function takeOwnReach({ jobs, first, end, powerKw, needKwh, gotKwh, hours }: Network): void {
  for (let v = 0; v < jobs; v++) {
    let reachKwh = 0
    for (let i = first[v]!; i < end[v]!; i++) reachKwh += powerKw[v]! * hours[i]!
    needKwh[v] = Math.min(needKwh[v]!, reachKwh)
    gotKwh[v] = needKwh[v]!
  }
}

function serveContested(network: Network, jobs: DepotJob[], stays: Stay[], contested: number[]): void {
  const marginOf = new Map(jobs.flatMap((job, v) => (job.inMargin ? [[job.stay, v] as const] : [])))
  const priorities = [...new Set(contested.map((v) => stays[jobs[v]!.stay]!.schedule.priority))].sort((a, b) => b - a)
  for (const isMinimum of [true, false]) {
    const asked = (v: number) => (isMinimum ? jobs[v]!.minimumKwh : jobs[v]!.restKwh)
    for (const priority of priorities) {
      const wanting = contested.filter((v) => asked(v) > 0 && stays[jobs[v]!.stay]!.schedule.priority === priority)
      const members = membersOf(network, jobs, stays, wanting, asked)
      const serve = isMinimum ? serveRatherOneShort : serveEvenly
      serve(network, members)
      serve(network, inMargins(network, members, marginOf))
    }
  }
}

/** The stays of some jobs, each with its parts, its margin's first. */
function membersOf(
  network: Network,
  jobs: DepotJob[],
  stays: Stay[],
  wanting: number[],
  asked: (v: number) => number,
): Member[] {
  const members = new Map<number, Member>()
  for (const v of wanting) {
    const index = jobs[v]!.stay
    const member: Member = members.get(index) ?? { stay: stays[index]!, kwh: 0, parts: [] }
    const part = { v, kwh: asked(v), beforeKwh: network.needKwh[v]! }
    member.kwh += part.kwh
    if (jobs[v]!.inMargin) member.parts.unshift(part)
    else member.parts.push(part)
    members.set(index, member)
  }
  return [...members.values()]
}

/** Those who are still short and have a margin, asking there for what they miss. */
function inMargins(network: Network, members: Member[], marginOf: Map<number, number>): Member[] {
  return members.flatMap(({ stay, kwh, parts }) => {
    const gotKwh = parts.reduce((sum, { v, beforeKwh }) => sum + network.gotKwh[v]! - beforeKwh, 0)
    const v = marginOf.get(stay.index)
    if (v === undefined || kwh - gotKwh <= missingKwh) return []
    return [{ stay, kwh: kwh - gotKwh, parts: [{ v, kwh: kwh - gotKwh, beforeKwh: network.needKwh[v]! }] }]
  })
}

/** Serves a level of minimums: rather one short than many. Jobs then need what they got. */
function serveRatherOneShort(network: Network, members: Member[]): void {
  if (members.length === 0) return
  for (const member of members) ask(network, member)
  const cut = maximize(network)
  const fought = members.filter(({ parts }) => parts.some(({ v }) => cut.job[v] === 1)).sort(byLeastNeed)
  for (const member of fought) withdraw(network, member)
  const postponed = fought.filter((member) => {
    ask(network, member)
    maximize(network)
    if (!member.parts.some(({ v }) => isShort(network, v))) return false
    withdraw(network, member)
    return true
  })
  for (const member of postponed) {
    ask(network, member)
    maximize(network)
    for (const { v } of member.parts) network.needKwh[v] = network.gotKwh[v]!
  }
}

function ask(network: Network, { parts }: Member): void {
  for (const { v, kwh, beforeKwh } of parts) network.needKwh[v] = beforeKwh + kwh
}

function withdraw(network: Network, { parts }: Member): void {
  for (const { v, beforeKwh } of parts) setNeed(network, v, beforeKwh)
}

function byLeastNeed(a: Member, b: Member): number {
  return a.kwh - b.kwh || a.stay.schedule.to - b.stay.schedule.to || (a.stay.schedule.id < b.stay.schedule.id ? -1 : 1)
}
