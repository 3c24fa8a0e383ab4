import { isFreeUnderCurve, relaxedDeadlineS, relaxedDemandsOf } from '@/lib/planner/curve/curve-demands'
import { underCurvePower } from '@/lib/planner/curve/keep-curve'
import { type Fixed, gridOf } from '@/lib/planner/decision-grid'
import { type Demand, demandsOf } from '@/lib/planner/model/demands'
import { reservePreconditioning } from '@/lib/planner/model/reserve-preconditioning'
import { isBoundByCurve, isLarge, type Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { peakCounts, peakFloorKw } from '@/lib/planner/objective/aim'
import { leastPeakKw } from '@/lib/planner/objective/least-peak'
import type { DepotProblem } from '@/lib/planner/problem'
import { serve } from '@/lib/planner/readiness/serve'
import { piecesOf } from '@/lib/planner/segments/pieces'
import { inOrder, type Piece } from '@/lib/planner/segments/segments'
import { solveFlow } from '@/lib/planner/solve-flow'
import { reserveIncumbent } from '@/lib/planner/stability/incumbent-pieces'
import { isHardlyWorse, isPeakWorse, outcomeOf } from '@/lib/planner/stability/outcome'

/** Missing more than this, in kWh, is short. */
const shortKwh = 1e-6

/** In a large depot times of the relaxed plan are at these steps of the clock, in seconds. */
const clockS = 300

/**
 * A plan that knows no curve: how each stay would best lie. In a large depot vehicles come a little earlier and leave a little
 * later in it, so that there are few different times: it only leads the plan that keeps them. It leaves the time that the curve needs more, if it may and but
 * where energy is short: there the site binds rather than the curve, and every minute counts.
 */
export function relaxedPieces(problem: DepotProblem, stays: Stay[], follows: boolean[], fixed: Fixed): Piece[][] {
  const nowS = Math.ceil(problem.now / 1000)
  const near = isLarge(stays) ? stays.map((stay, s) => (fixed[s] ? stay : onClock(stay, nowS))) : stays
  return solvedPieces(problem, near, relaxedTask(problem, near, follows, fixed, true))
}

/** A stay with its times on the clock, none of them inside of its own; one with preconditioning keeps its own, which follow on one another. */
function onClock(stay: Stay, nowS: number): Stay {
  if (stay.preconditioningFromS < stay.endS) return stay
  const early = (s: number) => Math.max(nowS, Math.floor(s / clockS) * clockS)
  const late = (s: number) => Math.ceil(s / clockS) * clockS
  return {
    ...stay,
    startS: early(stay.startS),
    deadlineS: late(stay.deadlineS),
    preconditioningFromS: late(stay.preconditioningFromS),
    endS: late(stay.endS),
    departureS: late(stay.departureS),
  }
}

type RelaxedTask = { grid: TimeGrid; demands: Demand[] }

function relaxedTask(
  problem: DepotProblem,
  stays: Stay[],
  follows: boolean[],
  fixed: Fixed,
  mayLeaveTime: boolean,
): RelaxedTask {
  const deadlinesS = stays.flatMap((stay) => (isFreeUnderCurve(stay) ? [relaxedDeadlineS(stay)] : []))
  const grid = gridOf(problem, stays, follows, fixed, deadlinesS)
  reservePreconditioning(grid, stays)
  const stands = reserveIncumbent(grid, stays, fixed)
  const demandsWith = (leavesTime: boolean) =>
    stays.flatMap((stay, s) => {
      if (stands[s]) return []
      return isFreeUnderCurve(stay)
        ? relaxedDemandsOf(grid, stay, s, leavesTime)
        : demandsOf(grid, stay, s, follows[s]!)
    })
  const early = demandsWith(mayLeaveTime)
  const demands = mayLeaveTime && leavesShort(grid, early, stays) ? demandsWith(false) : early
  return { grid, demands }
}

function solvedPieces(problem: DepotProblem, stays: Stay[], { grid, demands }: RelaxedTask): Piece[][] {
  const { network, jobs } = solveFlow(grid, { problem, demands, stays })
  return piecesOf(problem, network, grid, jobs, [], stays).map(inOrder)
}

function leavesShort(grid: TimeGrid, demands: Demand[], stays: Stay[]): boolean {
  const { network } = serve(grid, demands, stays)
  const askedKwh = demands.reduce((kwh, { minimumKwh, restKwh }) => kwh + minimumKwh + restKwh, 0)
  return network.needKwh.reduce((kwh, got) => kwh + got, 0) < askedKwh - shortKwh
}

/**
 * Whether a plan is hardly worse than one in which everybody may pause and draw any power up to the deadline, whatever its SoC:
 * none that keeps all rules is better than that. Its lowest peak alone, which is found first, tells most plans apart.
 */
export function isHardlyWorseThanFree(problem: DepotProblem, stays: Stay[], pieces: Piece[][]): boolean {
  const hasIdeals = stays.some(({ schedule }) =>
    schedule.settings.powerRules.some((rule) => rule.idealPowerkW !== null),
  )
  if (hasIdeals) return false
  const own = stays.map((stay) => (stay.minPowerKw > 0 && isBoundByCurve(stay) ? underCurvePower(stay) : stay))
  const anew = { ...problem, previous: {} }
  const free = relaxedTask(anew, own, [], [], false)
  const outcome = outcomeOf(problem, stays, pieces)
  if (peakCounts(problem)) {
    const { network } = serve(free.grid, free.demands, own)
    const leastKw = leastPeakKw(network, free.grid, peakFloorKw(problem, free.grid))
    if (isPeakWorse(outcome, leastKw, problem)) return false
  }
  return isHardlyWorse(stays, outcome, outcomeOf(problem, stays, solvedPieces(anew, own, free)))
}
