import { depotLp } from '@/bench/highs/depot-lp'
import { highs, openSession } from '@/bench/highs/lp-session'
import { leastBill, leastEnergyCost, leastPeakKw, mostEnergyKwh } from '@/bench/highs/optima'
import type { DepotProblem } from '@/lib/planner/problem'

/** The optimum of the relaxation, and the time that HiGHS itself took (building the program is not counted). */
export interface ReferenceOptimum {
  energyKwh: number
  peakKw?: number
  cost?: number
  solveMs: number
}

/**
 * Solves the stages of a strategy by interior point: energy, peak and cost at that peak; energy and least cost; energy
 * and peak for `balanced`; energy alone for `as-soon-as-possible`. With crossover, as HiGHS does unless told otherwise,
 * the optimum is exact; without, it is found sooner and is good to about 1e-6.
 */
export async function referenceOptimum(problem: DepotProblem, crossover: 'on' | 'off'): Promise<ReferenceOptimum> {
  const lp = depotLp(problem)
  const session = openSession(await highs(), lp, 'ipm', crossover)
  try {
    const energyKwh = mostEnergyKwh(lp, session)
    const { strategy } = problem
    const seeksPeak = strategy === 'peak-supression' || strategy === 'balanced'
    const peakKw = seeksPeak ? leastPeakKw(lp, session) : undefined
    const cost = strategy === 'peak-supression' ? leastEnergyCost(lp, session) : undefined
    const bill = strategy === 'lowest-cost' ? leastBill(lp, session) : undefined
    return { energyKwh, peakKw, cost: cost ?? bill, solveMs: session.solveMs() }
  } finally {
    session.dispose()
  }
}
