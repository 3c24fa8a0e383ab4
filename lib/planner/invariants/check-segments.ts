import type { StayFacts } from '@/lib/planner/invariants/stay-facts'
import { alike, type Violation } from '@/lib/planner/invariants/violation'
import type { DepotPlan, SchedulePlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** Segments cover the window without gap or overlap on whole seconds, neighbours differ, energy and SoC add up. */
export function checkSegments(stay: StayFacts, plan: SchedulePlan): Violation[] {
  return [...checkCover(stay, plan), ...checkNeighbours(stay, plan), ...checkBookkeeping(stay, plan)]
}

/** Every schedule of the problem has a plan, and no other has. */
export function checkRoster(problem: DepotProblem, plan: DepotPlan): Violation[] {
  const wanted = new Set(problem.schedules.map(({ id }) => id))
  const missing = [...wanted].filter((id) => plan.plans[id] === undefined)
  const strange = Object.keys(plan.plans).filter((id) => !wanted.has(id))
  return [
    ...missing.map((scheduleId) => ({ rule: 'every schedule has a plan', scheduleId, found: 'no plan' })),
    ...strange.map((scheduleId) => ({ rule: 'every plan has a schedule', scheduleId, found: 'not in the problem' })),
  ]
}

function checkCover(stay: StayFacts, { segments, usesMargin }: SchedulePlan): Violation[] {
  const found: Violation[] = []
  const wrong = (found_: string, atMs?: number) =>
    found.push({ rule: 'segments cover the window', scheduleId: stay.schedule.id, atMs, found: found_ })
  const endMs = usesMargin ? stay.endMs : stay.lastMs
  let expectedMs = stay.startMs
  for (const { from, to, durationMs } of segments) {
    if (from !== expectedMs) wrong(`a segment begins at ${from}, not at ${expectedMs}`, from)
    if (from % 1000 !== 0 || to % 1000 !== 0) wrong(`${from} to ${to} is not on whole seconds`, from)
    if (!(to > from)) wrong(`a segment lasts from ${from} to ${to}`, from)
    if (durationMs !== to - from) wrong(`durationMs is ${durationMs} for ${to - from} ms`, from)
    expectedMs = to
  }
  if (endMs <= stay.startMs) {
    if (segments.length > 0) wrong(`${segments.length} segments in a window of no length`)
  } else if (expectedMs !== endMs) wrong(`the last segment ends at ${expectedMs}, the window at ${endMs}`)
  return found
}

function checkNeighbours(stay: StayFacts, { segments }: SchedulePlan): Violation[] {
  return segments.flatMap((segment, k) => {
    const before = segments[k - 1]
    const same = before && alike(before.powerkW, segment.powerkW, 1e-9) && before.tag.join() === segment.tag.join()
    if (!same) return []
    const found = `${segment.powerkW} kW, ${segment.tag.join()} on both sides`
    return [{ rule: 'neighbours differ', scheduleId: stay.schedule.id, atMs: segment.from, found }]
  })
}

function checkBookkeeping(stay: StayFacts, plan: SchedulePlan): Violation[] {
  const found: Violation[] = []
  const { id, startSoc, ev } = stay.schedule
  const same = (rule: string, is: number, must: number, atMs?: number) => {
    if (!alike(is, must)) found.push({ rule, scheduleId: id, atMs, found: `${is}, must be ${must}` })
  }
  let soc = startSoc
  for (const segment of plan.segments) {
    const energyKwh = (segment.powerkW * (segment.to - segment.from)) / 3_600_000
    const gained = segment.tag.includes('preconditioning') ? 0 : (energyKwh / ev.batterySizekWh) * 100
    same('energykWh is power times time', segment.energykWh, energyKwh, segment.from)
    same('a segment begins with the SoC that the one before left', segment.startSoc, soc, segment.from)
    same('SoC grows by the energy charged', segment.endSoc, segment.startSoc + gained, segment.from)
    soc = segment.endSoc
  }
  same('endSoc is the last SoC', plan.endSoc, soc)
  return found
}
