import { aboveBlocks } from '@/lib/planner/blocks/above-blocks'
import { type Block, isInOneGo, minimumKwhOf, reserveMinimum, stillFits } from '@/lib/planner/blocks/block'
import { underItsCurve } from '@/lib/planner/blocks/block-under-curve'
import { bestBlock, incumbentBlock, longestBlock } from '@/lib/planner/blocks/choose-block'
import { type RelaxedSchedule, relaxedSchedulesOf } from '@/lib/planner/blocks/relaxed-schedule'
import type { BlockTask, InBlocks, Settled, SolvedFlow, SolveFlow } from '@/lib/planner/blocks/task'
import { trialPeakCapsOf } from '@/lib/planner/blocks/trial-peak-caps'
import type { Before } from '@/lib/planner/flow/start-flow'
import { perStay } from '@/lib/planner/model/demands'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { incumbentPlan } from '@/lib/planner/problem'

/** How a block is laid for a relaxedSchedule. */
type BlockFor = typeof bestBlock

/** In this stage everybody's block is reserved. */
const lastStage = 6
/** What is tried, one after the other, for vehicles that their blocks leave short. */
const repairs = [bestBlock, longestBlock, longestBlock]
/** Less than this, in kWh, is rounding. */
const nothingKwh = 1e-6

/**
 * Settles the vehicles that cannot pause. A plan that lets them pause charges most of them in one go as it is; around the
 * energy of the others a block is laid, through which their minimum power is reserved, and what is above it is allocated
 * again: that is a flow once more, and exact for the blocks as they are. (Diving, as in integer programming: fix what the
 * relaxation has decided, and solve again.) A vehicle that would be ready if it could pause, and is not in its block, gets another one
 * beside the others', at last as long a one as there can be. Where the peak counts, all that is tried under lower and higher
 * trial peak caps until nothing is lost. Adds what is reserved to the grid's base load.
 */
export function chargeInBlocks(grid: TimeGrid, depot: BlockTask, solveFlow: SolveFlow): InBlocks {
  const relaxed = solveFlow(grid, depot)
  const mostKwh = relaxed.network.gotKwh.reduce((sum, kwh) => sum + kwh, 0)
  const baseKw = grid.baseKw.slice()
  for (const trialCapKw of trialPeakCapsOf(grid, depot.problem, relaxed)) {
    grid.baseKw.set(baseKw)
    const capped = { ...grid, limitKw: grid.limitKw.map((kw) => Math.min(kw, trialCapKw)) }
    const inBlocks = chargeUnder(capped, depot, relaxed, solveFlow)
    const isWhole = energyOf(grid, inBlocks) >= mostKwh - nothingKwh * Math.max(1, mostKwh)
    if (isWhole && goesOn(inBlocks)) return inBlocks
  }
  grid.baseKw.set(baseKw)
  return chargeUnder(grid, depot, relaxed, solveFlow)
}

/** True when no vehicle that is charging has to wait. */
function goesOn({ blocks }: InBlocks): boolean {
  return [...blocks.values()].every(({ stay, first }) => !stay.isUnderWay || first === 0)
}

/** The same under the grid's limit, from the plan that lets everybody pause. */
function chargeUnder(grid: TimeGrid, depot: BlockTask, relaxed: SolvedFlow, solveFlow: SolveFlow): InBlocks {
  const previousOf = ({ stay }: RelaxedSchedule) => incumbentPlan(depot.problem, stay.schedule.id)
  const keptRun: BlockFor = (at, relaxedSchedule) =>
    incumbentBlock(at, relaxedSchedule, previousOf(relaxedSchedule)) ?? bestBlock(at, relaxedSchedule)
  const noneYet = { blocks: new Map(), promisedKwh: new Map() }
  let best = settle(grid, depot, { settled: noneYet, blockFor: keptRun, relaxed, isRepair: false }, solveFlow)
  let inVain: { blockFor: BlockFor; relaxed: SolvedFlow } | undefined
  for (const blockFor of repairs) {
    if (blockFor === inVain?.blockFor) break
    const failing = failingIn(grid, best)
    if (failing.length === 0) return best
    const baseKw = grid.baseKw.slice()
    const settled = without(grid, best, failing)
    const again = settle(grid, depot, { settled, blockFor, relaxed: inVain?.relaxed, isRepair: true }, solveFlow)
    inVain = undefined
    if (energyOf(grid, again) > energyOf(grid, best) + nothingKwh) best = again
    else {
      grid.baseKw.set(baseKw)
      inVain = { blockFor, relaxed: again.relaxed }
    }
  }
  return best
}

/** Where to begin, how to lay blocks, and how the depot is allocated with those alone that are laid, where that is known. */
interface Attempt {
  settled: Settled
  blockFor: BlockFor
  relaxed: SolvedFlow | undefined
  isRepair: boolean
}

/** Lays blocks stage by stage, until every vehicle that cannot pause charges in one go. */
function settle(grid: TimeGrid, depot: BlockTask, attempt: Attempt, solveFlow: SolveFlow) {
  const { blockFor, isRepair } = attempt
  const { blocks, promisedKwh } = attempt.settled
  let { relaxed } = attempt
  let before: Before | undefined
  for (let stage = 1; ; stage++) {
    const task = { ...aboveBlocks(grid, depot, { blocks, promisedKwh }), before }
    const served = (stage === 1 && relaxed) || solveFlow(grid, task)
    relaxed ??= served
    const open = depot.stays.filter(({ schedule, index }) => !schedule.ev.supportsPausing && !promisedKwh.has(index))
    const relaxedSchedules = relaxedSchedulesOf(depot.problem, served, grid, open)
    const choices = relaxedSchedules.map((relaxedSchedule) => ({
      relaxedSchedule,
      block: blockFor(grid, relaxedSchedule),
    }))
    if (choices.every((choice) => isSettled(depot, choice))) return { task, served, blocks, promisedKwh, relaxed }
    const reserved = new Map<number, Block>()
    before = { ...served, reserved, isNear: stage > 1 || isRepair }
    for (const { relaxedSchedule, block } of chosen(grid, depot, choices, stage)) {
      promisedKwh.set(relaxedSchedule.stay.index, relaxedSchedule.kwh)
      const found = block && stillFits(grid, block) ? block : blockFor(grid, relaxedSchedule)
      if (!found) continue
      const fitting = underItsCurve(grid, found, relaxedSchedule)
      blocks.set(relaxedSchedule.stay.index, fitting)
      reserved.set(relaxedSchedule.stay.index, fitting)
      reserveMinimum(grid, fitting, 1)
    }
  }
}

/** The stays that would be ready if they could pause, and whose blocks leave them short. */
function failingIn(grid: TimeGrid, { blocks, promisedKwh, served, task }: InBlocks & Settled): number[] {
  const gotKwh = perStay(served.network.gotKwh, served.jobs, task.stays.length)
  return [...promisedKwh].flatMap(([stay, kwh]) => {
    const block = blocks.get(stay)
    const roundingKwh = nothingKwh * Math.max(1, kwh)
    const missingKwh = kwh - gotKwh[stay]! - (block ? minimumKwhOf(grid, block) : 0)
    const { needKwh } = block?.stay ?? task.stays[stay]!
    return kwh >= needKwh - roundingKwh && missingKwh > roundingKwh ? [stay] : []
  })
}

/** Takes the blocks of some stays back. */
function without(grid: TimeGrid, { blocks, promisedKwh }: Settled, stays: number[]): Settled {
  const left = { blocks: new Map(blocks), promisedKwh: new Map(promisedKwh) }
  for (const stay of stays) {
    const block = blocks.get(stay)
    if (block) reserveMinimum(grid, block, -1)
    left.blocks.delete(stay)
    left.promisedKwh.delete(stay)
  }
  return left
}

function energyOf(grid: TimeGrid, { blocks, served }: InBlocks): number {
  const aboveKwh = served.network.gotKwh.reduce((sum, kwh) => sum + kwh, 0)
  return [...blocks.values()].reduce((sum, block) => sum + minimumKwhOf(grid, block), aboveKwh)
}

interface Choice {
  relaxedSchedule: RelaxedSchedule
  block: Block | undefined
}

function isSettled({ mustReserve }: BlockTask, { relaxedSchedule, block }: Choice): boolean {
  if (!block) return relaxedSchedule.kwh <= 0
  return isInOneGo(block) && !mustReserve.has(relaxedSchedule.stay.index)
}

/**
 * The vehicles whose blocks are reserved in a stage: one that is charging and has to go on, one that does not charge in one go, and from the
 * second stage on one that could be made to draw less and would then not. The others stay as free as they are, until nothing
 * else helps: what is reserved ends with an interval of the grid.
 */
function chosen(grid: TimeGrid, depot: BlockTask, choices: Choice[], stage: number): Choice[] {
  const isChosen = (choice: Choice) =>
    choice.relaxedSchedule.isUnderWay ||
    !isSettled(depot, choice) ||
    (stage > 1 && drawsLess(grid, choice.relaxedSchedule))
  return (stage < lastStage ? choices.filter(isChosen) : choices).toSorted(byRight)
}

/** True for a vehicle that draws less than its full power in more than one interval. */
function drawsLess(grid: TimeGrid, { stay, first, end, flowKwh, at }: RelaxedSchedule): boolean {
  let count = 0
  for (let i = first; i < end; i++) {
    if (flowKwh[at + i]! > nothingKwh && flowKwh[at + i]! < stay.maxPowerKw * grid.hours[i]! * (1 - 1e-9)) count++
  }
  return count > 1
}

function lostKwhOf({ relaxedSchedule, block }: Choice): number {
  return block?.lostKwh ?? relaxedSchedule.kwh
}

/** Which vehicle gets room first: what is charging and has to go on, then by rank and priority, then the one that loses least. */
function byRight(a: Choice, b: Choice): number {
  const [one, two] = [a.relaxedSchedule, b.relaxedSchedule]
  const underWay = Number(two.isUnderWay) - Number(one.isUnderWay)
  const priority = two.stay.schedule.priority - one.stay.schedule.priority
  const rank = one.stay.rank - two.stay.rank
  return underWay || rank || priority || lostKwhOf(a) - lostKwhOf(b) || one.stay.index - two.stay.index
}
