import type { Task } from '@/lib/planner/blocks/task'
import type { Network } from '@/lib/planner/flow/network'
import type { Demand, DepotJob } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import type { Served } from '@/lib/planner/readiness/serve'

/** A depot in which every block of charging of a vehicle with a minimum power is a stay of its own. */
export interface InPausingBlocks {
  task: Task
  /** For each stay of `task` the one of the depot that it belongs to. */
  ownerOf: number[]
}

/** The intervals [first, end) in which a vehicle charges without a break, and what it gets there. */
interface PausingBlock {
  first: number
  end: number
  kwh: number
}

/** A block as a stay of its own. */
interface Part {
  owner: number
  stay: Stay
  demand: Demand
}

/** A block in which a vehicle could not charge at its minimum power for so long, in hours, joins the one beside it. */
const shortestHours = 0.25
/** Energies below this, in kWh, are rounding. */
const nothingKwh = 1e-9

/**
 * A vehicle that can pause and has a minimum power charges in pausingBlocks, each of them like a vehicle that cannot pause: with the
 * energy that a plan without minimum powers gives it, and free to lie anywhere up to the middle of the breaks around it.
 * Undefined where that plan keeps every minimum power as it is.
 */
export function inPausingBlocks(grid: TimeGrid, depot: Task, { jobs, network }: Served): InPausingBlocks | undefined {
  const { stays, demands } = depot
  const minimumKw = (job: DepotJob) => (stays[job.stay]!.schedule.ev.supportsPausing ? stays[job.stay]!.minPowerKw : 0)
  if (!jobs.some((job, v) => breaksMinimum(network, v, minimumKw(job)))) return undefined
  const parts: Part[] = []
  jobs.forEach((job, v) => {
    const weakKwh = minimumKw(job) * shortestHours
    if (weakKwh <= 0 || network.gotKwh[v]! < weakKwh) return
    addParts(parts, grid, stays, job, joined(pausingBlocksOf(network, v), weakKwh))
  })
  const split = new Set(parts.map(({ owner }) => owner))
  const task = {
    ...depot,
    demands: [...demands.filter(({ stay }) => !split.has(stay)), ...parts.map(({ demand }) => demand)],
    stays: [...stays, ...parts.map(({ stay }) => stay)],
  }
  return { task, ownerOf: [...stays.keys(), ...parts.map(({ owner }) => owner)] }
}

/** True where a job draws less than a minimum power, and not nothing. */
function breaksMinimum({ first, end, arc, flowKwh, hours }: Network, v: number, minimumKw: number): boolean {
  for (let i = first[v]!; i < end[v]!; i++) {
    const kwh = flowKwh[arc[v]! + i]!
    if (kwh > nothingKwh && kwh < minimumKw * hours[i]! * (1 - 1e-9)) return true
  }
  return false
}

function pausingBlocksOf({ first, end, arc, flowKwh }: Network, v: number): PausingBlock[] {
  const pausingBlocks: PausingBlock[] = []
  for (let i = first[v]!; i < end[v]!; i++) {
    const kwh = flowKwh[arc[v]! + i]!
    if (kwh <= nothingKwh) continue
    const last = pausingBlocks.at(-1)
    if (last?.end === i) {
      last.end = i + 1
      last.kwh += kwh
    } else pausingBlocks.push({ first: i, end: i + 1, kwh })
  }
  return pausingBlocks
}

/** Joins each block of less than an energy with the one beside it that is nearer, until there is none or one block. */
function joined(pausingBlocks: PausingBlock[], weakKwh: number): PausingBlock[] {
  const left = [...pausingBlocks]
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

function addParts(parts: Part[], grid: TimeGrid, stays: Stay[], job: DepotJob, pausingBlocks: PausingBlock[]): void {
  const owner = stays[job.stay]!
  let minimumLeftKwh = job.inMargin ? 0 : owner.minimumNeedKwh
  let first = job.first
  pausingBlocks.forEach(({ end: blockEnd, kwh }, k) => {
    const next = pausingBlocks[k + 1]
    const end = next ? (blockEnd + next.first) >> 1 : job.end
    const minimumKwh = Math.min(minimumLeftKwh, kwh)
    minimumLeftKwh -= minimumKwh
    const index = stays.length + parts.length
    const window = { first, end, marginFirst: 0, marginEnd: 0 }
    const demand = { stay: index, ...window, powerKw: job.powerKw, minimumKwh, restKwh: kwh - minimumKwh }
    parts.push({ owner: job.stay, stay: partOf(grid, owner, demand), demand })
    first = end
  })
}

/** A vehicle in one of its pausingBlocks: it has to charge in one go, but not yet. */
function partOf({ atS }: TimeGrid, owner: Stay, { stay, first, end, minimumKwh, restKwh }: Demand): Stay {
  const { schedule } = owner
  const endS = atS[end]!
  return {
    ...owner,
    index: stay,
    isUnderWay: false,
    schedule: { ...schedule, ev: { ...schedule.ev, supportsPausing: false } },
    curveEndS: undefined,
    ...{ startS: atS[first]!, deadlineS: endS, preconditioningFromS: endS, endS, departureS: endS },
    needKwh: minimumKwh + restKwh,
    minimumNeedKwh: minimumKwh,
  }
}
