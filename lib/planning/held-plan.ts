import type { ExplainedPlan, PlanExplanation } from '@/lib/planner/explain/explain-plan'
import type { SegmentReason } from '@/lib/planner/explain/segment-reasons'
import type { SchedulePlan } from '@/lib/planner/plan'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'
import { buildProblem } from '@/lib/planning/build-problem'
import type { Depot, Held } from '@/lib/planning/depot'
import type { HeldStay, PlannableStay } from '@/lib/planning/plannable'

type Solve = (problem: DepotProblem) => Promise<ExplainedPlan>
type Planned = { planned: SchedulePlan; explained: PlanExplanation; problem: DepotProblem; unmetkWh: number }

const FULL_SOC = 100

/**
 * What a vehicle will draw that no plan reaches, as a plan: as soon as possible within what its charger was told, and
 * beyond its target until it is full. The slack and what is missing are those of its target.
 */
export async function planHeld(depot: Depot, { entry, held }: HeldStay, solve: Solve): Promise<Planned> {
  const wanted = await solveAlone(heldProblem(depot, { entry, held }, entry.schedule.targetSoc), entry, solve)
  const isReached = wanted.planned.reachedTargetSocInSchedule && entry.schedule.targetSoc < FULL_SOC
  const { planned } = isReached ? await solveAlone(heldProblem(depot, { entry, held }, FULL_SOC), entry, solve) : wanted
  const { schedule, reachedTargetSocInSchedule } = wanted.planned
  const { ev, settings } = entry.schedule
  return {
    ...wanted,
    planned: {
      ...planned,
      reachedTargetSocInSchedule,
      schedule: { ...schedule, settings, ev: { ...schedule.ev, supportsPausing: ev.supportsPausing } },
    },
    explained: { ...wanted.explained, reasons: planned.segments.map((segment) => reasonOf(segment, held, entry)) },
  }
}

async function solveAlone(problem: DepotProblem, { schedule: { id } }: PlannableStay, solve: Solve): Promise<Planned> {
  const { plan, explanations } = await solve(problem)
  const [planned, explained] = [plan.plans[id], explanations[id]]
  if (!planned || !explained) throw new Error(`The planner gave no plan for ${id}.`)
  return { planned, explained, problem, unmetkWh: plan.unmetkWh }
}

/** The vehicle alone, at a site whose limit is what its charger was told. */
function heldProblem(depot: Depot, { entry, held }: HeldStay, targetSoc: number): DepotProblem {
  const { schedule } = entry
  const { ev, settings } = schedule
  const free = { ...settings, evMinPowerkW: 0, powerRules: [] }
  const alone = { ...schedule, targetSoc, ev: { ...ev, supportsPausing: true }, settings: free }
  const problem = buildProblem(
    depot,
    { day: null, strategy: 'as-soon-as-possible', stays: [{ ...entry, schedule: alone }] },
    [],
  )
  const site = { ...problem.site, powerLimitkW: null, limits: limitsOf(held, schedule.to), baseLoad: [], efficiency: 1 }
  return { ...problem, site, previous: {} }
}

function limitsOf({ steps }: Held, end: number): PowerInterval[] {
  return steps.flatMap(({ from, kw }, index) => {
    const to = Math.min(steps[index + 1]?.from ?? end, end)
    return kw === null || to <= from ? [] : [{ from, to, powerkW: kw }]
  })
}

function reasonOf(
  { tag: [tag], powerkW: powerKw }: SchedulePlan['segments'][number],
  { why }: Held,
  { schedule }: PlannableStay,
): SegmentReason {
  if (tag === 'idle') return { code: 'ready', targetSoc: schedule.targetSoc }
  return { code: why === 'offline' ? 'charger-offline' : 'charger-not-steerable', powerKw }
}
