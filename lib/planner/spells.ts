import type { Demand, DepotJob } from '@/lib/planner/jobs'
import type { Network } from '@/lib/planner/network'
import type { Served } from '@/lib/planner/readiness'
import type { Stay } from '@/lib/planner/stay'
import type { Task } from '@/lib/planner/task'
import type { TimeGrid } from '@/lib/planner/time-grid'

/** A depot in which every spell of charging of a vehicle with a least power is a stay of its own. */
export interface InSpells {
  task: Task
  /** For each stay of `task` the one of the depot that it belongs to. */
  ownerOf: number[]
}

/** The intervals [first, end) in which a vehicle charges without a break, and what it gets there. */
interface Spell {
  first: number
  end: number
  kwh: number
}

/** A spell as a stay of its own. */
interface Part {
  owner: number
  stay: Stay
  demand: Demand
}

/** A spell in which a vehicle could not charge at its least power for so long, in hours, joins the one beside it. */
const shortestHours = 0.25
/** Energies below this, in kWh, are rounding. */
const nothingKwh = 1e-9

/**
 * A vehicle that can pause and has a least power charges in spells, each of them like a vehicle that cannot pause: with the
 * energy that a plan without least powers gives it, and free to lie anywhere up to the middle of the breaks around it.
 * Undefined where that plan keeps every least power as it is.
 */
export function inSpells(grid: TimeGrid, depot: Task, { jobs, network }: Served): InSpells | undefined {
  const { stays, demands } = depot
  const leastKw = (job: DepotJob) => (stays[job.stay]!.schedule.ev.supportsPausing ? stays[job.stay]!.minPowerKw : 0)
  if (!jobs.some((job, v) => breaksLeast(network, v, leastKw(job)))) return undefined
  const parts: Part[] = []
  jobs.forEach((job, v) => {
    const weakKwh = leastKw(job) * shortestHours
    if (weakKwh <= 0 || network.gotKwh[v]! < weakKwh) return
    addParts(parts, grid, stays, job, joined(spellsOf(network, v), weakKwh))
  })
  const split = new Set(parts.map(({ owner }) => owner))
  const task = {
    ...depot,
    demands: [...demands.filter(({ stay }) => !split.has(stay)), ...parts.map(({ demand }) => demand)],
    stays: [...stays, ...parts.map(({ stay }) => stay)],
  }
  return { task, ownerOf: [...stays.keys(), ...parts.map(({ owner }) => owner)] }
}

/** True where a job draws less than a least power, and not nothing. */
function breaksLeast({ first, end, arc, flowKwh, hours }: Network, v: number, leastKw: number): boolean {
  for (let i = first[v]!; i < end[v]!; i++) {
    const kwh = flowKwh[arc[v]! + i]!
    if (kwh > nothingKwh && kwh < leastKw * hours[i]! * (1 - 1e-9)) return true
  }
  return false
}

function spellsOf({ first, end, arc, flowKwh }: Network, v: number): Spell[] {
  const spells: Spell[] = []
  for (let i = first[v]!; i < end[v]!; i++) {
    const kwh = flowKwh[arc[v]! + i]!
    if (kwh <= nothingKwh) continue
    const last = spells.at(-1)
    if (last?.end === i) {
      last.end = i + 1
      last.kwh += kwh
    } else spells.push({ first: i, end: i + 1, kwh })
  }
  return spells
}

/** Joins each spell of less than an energy with the one beside it that is nearer, until there is none or one spell. */
function joined(spells: Spell[], weakKwh: number): Spell[] {
  const left = [...spells]
  for (let k = 0; k < left.length && left.length > 1; ) {
    if (left[k]!.kwh >= weakKwh) {
      k++
      continue
    }
    const gapBefore = k > 0 ? left[k]!.first - left[k - 1]!.end : Number.POSITIVE_INFINITY
    const gapAfter = k + 1 < left.length ? left[k + 1]!.first - left[k]!.end : Number.POSITIVE_INFINITY
    const at = gapBefore <= gapAfter ? k - 1 : k
    const [one, two] = [left[at]!, left[at + 1]!]
    left.splice(at, 2, { first: one.first, end: two.end, kwh: one.kwh + two.kwh })
    k = at
  }
  return left
}

function addParts(parts: Part[], grid: TimeGrid, stays: Stay[], job: DepotJob, spells: Spell[]): void {
  const owner = stays[job.stay]!
  let minimumLeftKwh = job.inMargin ? 0 : owner.minimumNeedKwh
  let first = job.first
  spells.forEach(({ end: spellEnd, kwh }, k) => {
    const next = spells[k + 1]
    const end = next ? (spellEnd + next.first) >> 1 : job.end
    const minimumKwh = Math.min(minimumLeftKwh, kwh)
    minimumLeftKwh -= minimumKwh
    const index = stays.length + parts.length
    const window = { first, end, marginFirst: 0, marginEnd: 0 }
    const demand = { stay: index, ...window, powerKw: job.powerKw, minimumKwh, restKwh: kwh - minimumKwh }
    parts.push({ owner: job.stay, stay: partOf(grid, owner, demand), demand })
    first = end
  })
}

/** A vehicle in one of its spells: it has to charge in one go, but not yet. */
function partOf({ atS }: TimeGrid, owner: Stay, { stay, first, end, minimumKwh, restKwh }: Demand): Stay {
  const { schedule } = owner
  const endS = atS[end]!
  return {
    ...owner,
    index: stay,
    isUnderWay: false,
    schedule: { ...schedule, ev: { ...schedule.ev, supportsPausing: false } },
    ...{ startS: atS[first]!, deadlineS: endS, conditioningFromS: endS, endS, departureS: endS },
    needKwh: minimumKwh + restKwh,
    minimumNeedKwh: minimumKwh,
  }
}
