import { cpuMs } from '@/bench/cpu-time'
import { type DepotSpec, generateDepot } from '@/bench/depot-generator'
import { type ReferenceOptimum, referenceOptimum } from '@/bench/highs/reference-optimum'
import { certificate, type PlanOutcome, planOutcome } from '@/bench/plan-outcome'
import { playRule, simpleRules } from '@/bench/simple-rules'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import type { DepotPlan } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

/** One depot planned once by every means. */
export interface Benchmark {
  spec: DepotSpec
  problem: DepotProblem
  plan: DepotPlan
  outcome: PlanOutcome
  violations: number
  certificate?: number
  /** Processor time of a plan: the median of a few runs in this process after the first, and the first one alone. */
  planMs: number
  firstMs: number
  optimum?: ReferenceOptimum
}

/** How HiGHS solves the same stages: not at all, or by interior point with or without crossover. */
export type HighsUse = 'none' | 'crossover' | 'no crossover'

/** Plans a generated depot several times, checks the plan, and solves the same stages with HiGHS when asked. */
export async function benchmark(spec: DepotSpec, use: HighsUse): Promise<Benchmark> {
  const problem = generateDepot(spec)
  const runs = spec.vehicles > 1000 ? 2 : spec.vehicles > 200 ? 7 : 100
  const timesMs: number[] = []
  let plan = timed(problem, timesMs)
  for (let run = 1; run < runs; run++) plan = timed(problem, timesMs)
  const [firstMs = 0, ...laterMs] = timesMs
  return {
    spec,
    problem,
    plan,
    outcome: planOutcome(plan),
    violations: checkPlan(problem, plan).length,
    certificate: certificate(problem, plan),
    planMs: median(laterMs),
    firstMs,
    optimum: use === 'none' ? undefined : await knownOptimum(spec, problem, use),
  }
}

const optima = new Map<string, Promise<ReferenceOptimum>>()

/** The relaxation knows no pausing: depots that differ in nothing else share their optimum. */
function knownOptimum(spec: DepotSpec, problem: DepotProblem, use: HighsUse): Promise<ReferenceOptimum> {
  const key = JSON.stringify({ ...spec, pausing: 'all', use })
  const known = optima.get(key) ?? referenceOptimum(problem, use === 'crossover' ? 'on' : 'off')
  optima.set(key, known)
  return known
}

function timed(problem: DepotProblem, timesMs: number[]): DepotPlan {
  const startedMs = cpuMs()
  const plan = planDepot(problem)
  timesMs.push(cpuMs() - startedMs)
  return plan
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const columns = [
  'vehicles',
  'stays',
  'limit',
  'can pause',
  'strategy',
  'unmet kWh',
  'peak kW',
  'cost',
  'energy gap %',
  'peak gap %',
  'cost gap %',
  'certificate',
  'changes a stay',
  'under a minute',
  'broken rules',
  'ms',
  'first ms',
  'HiGHS ms',
  'ratio',
]

/** The table's head; `benchmarkLine` makes its rows. */
export const benchmarkHeader = `| ${columns.join(' | ')} |\n|${columns.map((_, k) => (k >= 2 && k <= 4 ? '---' : '---:')).join('|')}|`

/** One row: gaps are to the optimum of the relaxation, positive where the plan is worse. */
export function benchmarkLine({ spec, problem, plan, outcome, optimum, ...rest }: Benchmark): string {
  const cells = [
    spec.vehicles,
    problem.schedules.length,
    spec.limit,
    spec.pausing,
    spec.strategy,
    outcome.unmetKwh.toFixed(1),
    outcome.peakKw.toFixed(1),
    outcome.cost.toFixed(1),
    percent(optimum?.energyKwh, (best) => best - plan.energykWh),
    percent(optimum?.peakKw, (best) => plan.peakkW - best),
    percent(optimum?.cost, (best) => plan.cost - best),
    rest.certificate === undefined ? '–' : rest.certificate.toFixed(4),
    outcome.changes.toFixed(2),
    outcome.shortStretches,
    rest.violations,
    rest.planMs.toFixed(1),
    rest.firstMs.toFixed(1),
    optimum ? optimum.solveMs.toFixed(0) : '–',
    optimum ? (optimum.solveMs / rest.planMs).toFixed(0) : '–',
  ]
  return `| ${cells.join(' | ')} |`
}

function percent(best: number | undefined, worseBy: (best: number) => number): string {
  return best === undefined ? '–' : ((100 * worseBy(best)) / Math.max(1, Math.abs(best))).toFixed(3)
}

/** The simple rules on the same depot. */
export function rulesLine({ vehicles, limit, seed }: Pick<DepotSpec, 'vehicles' | 'limit' | 'seed'>): string[] {
  const problem = generateDepot({ vehicles, limit, seed, pausing: 'all', strategy: 'peak-supression' })
  return simpleRules.map((rule) => {
    const { unmetKwh, peakKw, cost, changes } = playRule(problem, rule)
    const cells = [vehicles, limit, rule, unmetKwh.toFixed(1), peakKw.toFixed(1), cost.toFixed(1), changes.toFixed(2)]
    return `| ${cells.join(' | ')} |`
  })
}
