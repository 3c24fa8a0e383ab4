import type { DepotJob } from '@/lib/planner/jobs'
import { isShort, maximize } from '@/lib/planner/max-flow'
import { clearJob, type Network } from '@/lib/planner/network'
import type { Stay } from '@/lib/planner/stay'

/** A job inside a level: what it asks there, and its battery, in which a shortage is felt. */
interface Member {
  v: number
  kwh: number
  stay: Stay
}

/** Missing less than this, in kWh, is rounding and no reason to use a margin. */
const missingKwh = 1e-6

/**
 * Decides how much each job gets: first the energy below each minimum SoC, by priority, then the rest, by priority. Each
 * level gets the most that those before it leave: augmenting on the source side never takes back what a job has. The
 * network must have its rooms and no flow; afterwards every job needs exactly what it got.
 */
export function serveByLevels(network: Network, jobs: DepotJob[], stays: Stay[]): void {
  const { needKwh, gotKwh } = network
  jobs.forEach((job, v) => {
    needKwh[v] = job.inMargin ? 0 : job.minimumKwh + job.restKwh
  })
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

function serveContested(network: Network, jobs: DepotJob[], stays: Stay[], contested: number[]): void {
  const marginOf = new Map(jobs.flatMap((job, v) => (job.inMargin ? [[job.stay, v] as const] : [])))
  for (const isMinimum of [true, false]) {
    for (const priority of prioritiesOf(jobs, stays, contested)) {
      const members = contested.flatMap((v) => {
        const job = jobs[v]!
        const stay = stays[job.stay]!
        const kwh = isMinimum ? job.minimumKwh : job.restKwh
        return kwh > 0 && stay.schedule.priority === priority ? [{ v, kwh, stay }] : []
      })
      const serve = isMinimum ? serveRatherOneShort : serveEvenly
      const missing = serve(network, members)
      serve(
        network,
        missing.flatMap(({ v, kwh, stay }) => {
          const margin = marginOf.get(jobs[v]!.stay)
          return margin === undefined || kwh <= missingKwh ? [] : [{ v: margin, kwh, stay }]
        }),
      )
    }
  }
}

function prioritiesOf(jobs: DepotJob[], stays: Stay[], contested: number[]): number[] {
  return [...new Set(contested.map((v) => stays[jobs[v]!.stay]!.schedule.priority))].sort((a, b) => b - a)
}

/** Serves a level of minimums: rather one short than many. Gives what each member misses. */
function serveRatherOneShort(network: Network, members: Member[]): Member[] {
  const { needKwh, gotKwh } = network
  const before = new Map(members.map(({ v }) => [v, gotKwh[v]!]))
  for (const { v, kwh } of members) needKwh[v]! += kwh
  if (members.length === 0) return []
  const cut = maximize(network)
  const fought = members.filter(({ v }) => cut.job[v] === 1).sort(byLeastNeed)
  for (const { v } of fought) setNeed(network, v, before.get(v)!)
  const postponed = fought.filter(({ v, kwh }) => {
    needKwh[v]! += kwh
    maximize(network)
    if (!isShort(network, v)) return false
    setNeed(network, v, before.get(v)!)
    return true
  })
  return postponed.map((member) => {
    const { v, kwh } = member
    needKwh[v]! += kwh
    maximize(network)
    const missing = needKwh[v]! - gotKwh[v]!
    needKwh[v] = gotKwh[v]!
    return { ...member, kwh: missing }
  })
}

function byLeastNeed(a: Member, b: Member): number {
  return a.kwh - b.kwh || a.stay.schedule.to - b.stay.schedule.to || (a.stay.schedule.id < b.stay.schedule.id ? -1 : 1)
}

/**
 * Serves a level above the minimum: the largest shortage in SoC points as small as possible, then the next. Newton's
 * method on the cut finds the least common shortage; the jobs of the last cut are then bound to it, and the others may
 * get more (the lexicographically optimal base of a polymatroid, Fujishige 1980). Gives what each member misses.
 */
function serveEvenly(network: Network, members: Member[]): Member[] {
  const { needKwh, gotKwh } = network
  const full = new Map(members.map(({ v, kwh }) => [v, needKwh[v]! + kwh]))
  const before = new Map(members.map(({ v }) => [v, needKwh[v]!]))
  const wanted = ({ v, kwh, stay }: Member, points: number) =>
    before.get(v)! + Math.max(0, kwh - (points * stay.schedule.ev.batterySizekWh) / 100)
  let open = members
  while (open.length > 0) {
    for (const { v } of open) needKwh[v] = full.get(v)!
    let bound: Member[] = []
    for (let points = 0; points < 100; ) {
      const cut = maximize(network)
      const excessKwh = open.reduce((sum, { v }) => sum + Math.max(0, needKwh[v]! - gotKwh[v]!), 0)
      if (excessKwh <= network.tinyKwh * open.length) break
      const inCut = open.filter((member) => cut.job[member.v] === 1 && needKwh[member.v]! > before.get(member.v)!)
      const kwhPerPoint = inCut.reduce((sum, { stay }) => sum + stay.schedule.ev.batterySizekWh / 100, 0)
      if (kwhPerPoint === 0) break
      bound = inCut
      points = Math.min(100, points + excessKwh / kwhPerPoint)
      for (const member of open) setNeed(network, member.v, wanted(member, points))
    }
    maximize(network)
    if (bound.length === 0) break
    const isBound = new Set(bound.map(({ v }) => v))
    for (const { v } of bound) needKwh[v] = gotKwh[v]!
    open = open.filter(({ v }) => !isBound.has(v))
  }
  for (const { v } of members) needKwh[v] = gotKwh[v]!
  return members.map((member) => ({ ...member, kwh: full.get(member.v)! - gotKwh[member.v]! }))
}

/** Sets what a job needs, and takes flow out where it has more. */
function setNeed(network: Network, v: number, kwh: number): void {
  const { first, end, arc, flowKwh, loadKwh, needKwh, gotKwh } = network
  needKwh[v] = kwh
  if (kwh <= network.tinyKwh) {
    clearJob(network, v)
    return
  }
  let excessKwh = gotKwh[v]! - kwh
  for (let i = end[v]! - 1; i >= first[v]! && excessKwh > 0; i--) {
    const outKwh = Math.min(excessKwh, flowKwh[arc[v]! + i]!)
    flowKwh[arc[v]! + i]! -= outKwh
    loadKwh[i]! -= outKwh
    gotKwh[v]! -= outKwh
    excessKwh -= outKwh
  }
}
