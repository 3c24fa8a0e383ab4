import { aboveRuns } from '@/lib/planner/above-runs'
import { bestRun, longestRun, runInForce } from '@/lib/planner/choose-run'
import { perStay } from '@/lib/planner/jobs'
import { planInForce } from '@/lib/planner/problem'
import { roofsOf } from '@/lib/planner/roofs'
import { isInOneGo, leastKwhOf, type Run, reserveLeast, stillFits } from '@/lib/planner/runs'
import type { Before } from '@/lib/planner/start-flow'
import type { Depot, InRuns, Settled, SharedOut, ShareOut } from '@/lib/planner/task'
import type { TimeGrid } from '@/lib/planner/time-grid'
import { type Wish, wishesOf } from '@/lib/planner/wish'

/** How a run is laid for a wish. */
type RunFor = typeof bestRun

/** In this stage everybody's run is reserved. */
const lastStage = 6
/** What is tried, one after the other, for those whom their runs leave short. */
const repairs = [bestRun, longestRun, longestRun]
/** Less than this, in kWh, is rounding. */
const nothingKwh = 1e-6

/**
 * Settles the vehicles that cannot pause. A plan that lets them pause charges most of them in one go as it is; around the
 * energy of the others a run is laid, through which their least power is reserved, and what is above it is shared out
 * again: that is a flow once more, and exact for the runs as they are. (Diving, as in integer programming: fix what the
 * relaxation has decided, and solve again.) Who would be ready if it could pause, and is not in its run, gets another one
 * beside the others', at last as long a one as there can be. Where the peak counts, all that is tried under lower and higher
 * roofs until nothing is lost. Adds what is reserved to the grid's base load.
 */
export function chargeInRuns(grid: TimeGrid, depot: Depot, shareOut: ShareOut): InRuns {
  const relaxed = shareOut(grid, depot)
  const mostKwh = relaxed.network.gotKwh.reduce((sum, kwh) => sum + kwh, 0)
  const baseKw = grid.baseKw.slice()
  for (const roofKw of roofsOf(grid, depot.problem, relaxed)) {
    grid.baseKw.set(baseKw)
    const roofed = { ...grid, limitKw: grid.limitKw.map((kw) => Math.min(kw, roofKw)) }
    const inRuns = chargeUnder(roofed, depot, relaxed, shareOut)
    const isWhole = energyOf(grid, inRuns) >= mostKwh - nothingKwh * Math.max(1, mostKwh)
    if (isWhole && goesOn(inRuns)) return inRuns
  }
  grid.baseKw.set(baseKw)
  return chargeUnder(grid, depot, relaxed, shareOut)
}

/** True when nobody who is charging has to wait. */
function goesOn({ runs }: InRuns): boolean {
  return [...runs.values()].every(({ stay, first }) => !stay.isUnderWay || first === 0)
}

/** The same under the grid's limit, from the plan that lets everybody pause. */
function chargeUnder(grid: TimeGrid, depot: Depot, relaxed: SharedOut, shareOut: ShareOut): InRuns {
  const previousOf = ({ stay }: Wish) => planInForce(depot.problem, stay.schedule.id)
  const keptRun: RunFor = (at, wish) => runInForce(at, wish, previousOf(wish)) ?? bestRun(at, wish)
  const noneYet = { runs: new Map(), promisedKwh: new Map() }
  let best = settle(grid, depot, { settled: noneYet, runFor: keptRun, relaxed, isRepair: false }, shareOut)
  let inVain: { runFor: RunFor; relaxed: SharedOut } | undefined
  for (const runFor of repairs) {
    if (runFor === inVain?.runFor) break
    const failing = failingIn(grid, best)
    if (failing.length === 0) return best
    const baseKw = grid.baseKw.slice()
    const settled = without(grid, best, failing)
    const again = settle(grid, depot, { settled, runFor, relaxed: inVain?.relaxed, isRepair: true }, shareOut)
    inVain = undefined
    if (energyOf(grid, again) > energyOf(grid, best) + nothingKwh) best = again
    else {
      grid.baseKw.set(baseKw)
      inVain = { runFor, relaxed: again.relaxed }
    }
  }
  return best
}

/** Where to begin, how to lay runs, and how the depot is shared out with those alone that are laid, where that is known. */
interface Attempt {
  settled: Settled
  runFor: RunFor
  relaxed: SharedOut | undefined
  isRepair: boolean
}

/** Lays runs stage by stage, until everybody who cannot pause charges in one go. */
function settle(grid: TimeGrid, depot: Depot, attempt: Attempt, shareOut: ShareOut) {
  const { runFor, isRepair } = attempt
  const { runs, promisedKwh } = attempt.settled
  let { relaxed } = attempt
  let before: Before | undefined
  for (let stage = 1; ; stage++) {
    const task = { ...aboveRuns(grid, depot, { runs, promisedKwh }), before }
    const served = (stage === 1 && relaxed) || shareOut(grid, task)
    relaxed ??= served
    const open = depot.stays.filter(({ schedule, index }) => !schedule.ev.supportsPausing && !promisedKwh.has(index))
    const wishes = wishesOf(depot.problem, served, grid, open)
    const choices = wishes.map((wish) => ({ wish, run: runFor(grid, wish) }))
    if (choices.every((choice) => isSettled(depot, choice))) return { task, served, runs, promisedKwh, relaxed }
    const reserved = new Map<number, Run>()
    before = { ...served, reserved, isNear: stage > 1 || isRepair }
    for (const { wish, run } of chosen(grid, depot, choices, stage)) {
      promisedKwh.set(wish.stay.index, wish.kwh)
      const fitting = run && stillFits(grid, run) ? run : runFor(grid, wish)
      if (!fitting) continue
      runs.set(wish.stay.index, fitting)
      reserved.set(wish.stay.index, fitting)
      reserveLeast(grid, fitting, 1)
    }
  }
}

/** The stays that would be ready if they could pause, and whose runs leave them short. */
function failingIn(grid: TimeGrid, { runs, promisedKwh, served, task }: InRuns & Settled): number[] {
  const gotKwh = perStay(served.network.gotKwh, served.jobs, task.stays.length)
  return [...promisedKwh].flatMap(([stay, kwh]) => {
    const run = runs.get(stay)
    const roundingKwh = nothingKwh * Math.max(1, kwh)
    const missingKwh = kwh - gotKwh[stay]! - (run ? leastKwhOf(grid, run) : 0)
    const { needKwh } = run?.stay ?? task.stays[stay]!
    return kwh >= needKwh - roundingKwh && missingKwh > roundingKwh ? [stay] : []
  })
}

/** Takes the runs of some stays back. */
function without(grid: TimeGrid, { runs, promisedKwh }: Settled, stays: number[]): Settled {
  const left = { runs: new Map(runs), promisedKwh: new Map(promisedKwh) }
  for (const stay of stays) {
    const run = runs.get(stay)
    if (run) reserveLeast(grid, run, -1)
    left.runs.delete(stay)
    left.promisedKwh.delete(stay)
  }
  return left
}

function energyOf(grid: TimeGrid, { runs, served }: InRuns): number {
  const aboveKwh = served.network.gotKwh.reduce((sum, kwh) => sum + kwh, 0)
  return [...runs.values()].reduce((sum, run) => sum + leastKwhOf(grid, run), aboveKwh)
}

interface Choice {
  wish: Wish
  run: Run | undefined
}

function isSettled({ mustReserve }: Depot, { wish, run }: Choice): boolean {
  if (!run) return wish.kwh <= 0
  return isInOneGo(run) && !mustReserve.has(wish.stay.index)
}

/**
 * Those whose runs are reserved in a stage: who is charging and has to go on, who does not charge in one go, and from the
 * second stage on who could be made to draw less and would then not. The others stay as free as they are, until nothing
 * else helps: what is reserved ends with an interval of the grid.
 */
function chosen(grid: TimeGrid, depot: Depot, choices: Choice[], stage: number): Choice[] {
  const isChosen = (choice: Choice) =>
    choice.wish.isUnderWay || !isSettled(depot, choice) || (stage > 1 && drawsLess(grid, choice.wish))
  return (stage < lastStage ? choices.filter(isChosen) : choices).toSorted(byRight)
}

/** True for who draws less than its full power in more than one interval. */
function drawsLess(grid: TimeGrid, { stay, first, end, flowKwh, at }: Wish): boolean {
  let count = 0
  for (let i = first; i < end; i++) {
    if (flowKwh[at + i]! > nothingKwh && flowKwh[at + i]! < stay.maxPowerKw * grid.hours[i]! * (1 - 1e-9)) count++
  }
  return count > 1
}

function lostKwhOf({ wish, run }: Choice): number {
  return run?.lostKwh ?? wish.kwh
}

/** Who gets room first: who is charging and has to go on, then by priority, then who loses least. */
function byRight(a: Choice, b: Choice): number {
  const [one, two] = [a.wish, b.wish]
  const underWay = Number(two.isUnderWay) - Number(one.isUnderWay)
  const priority = two.stay.schedule.priority - one.stay.schedule.priority
  return underWay || priority || lostKwhOf(a) - lostKwhOf(b) || one.stay.index - two.stay.index
}
