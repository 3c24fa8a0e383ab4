import { usefulRoomKw } from '@/lib/planner/invariants/depot-timeline'
import { type FreeStay, isFree, type ResidualDepot, residualDepot } from '@/lib/planner/invariants/residual-depot'
import { stayFacts } from '@/lib/planner/invariants/stay-facts'
import type { Violation } from '@/lib/planner/invariants/violation'
import { type DepotFlow, depotFlow, movableKwh, type Widest, widestPaths } from '@/lib/planner/invariants/widest-paths'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** One stay's energy of one level: the minimums by priority come first, then the rest by priority. */
interface Share {
  stay: FreeStay
  index: number
  isMinimum: boolean
  needKwh: number
  gotKwh: number
}

/** Amounts smaller than this are rounding, in kWh and relative to the need. */
const tolerance = 1e-6

/**
 * No exchange improves readiness: no level could get more, and inside a level no shortage could be placed better. A
 * shortage that could be lessened is looked for along the paths on which vehicles make way for one another. Applies to
 * depots in which every stay can move its energy freely; others are not judged.
 */
export function checkReadiness(problem: DepotProblem, plan: DepotPlan): Violation[] {
  if (!problem.schedules.every((schedule) => isFree(stayFacts(problem, schedule)))) return []
  const residual = residualDepot(problem, plan)
  const depot = depotFlow(residual)
  const shares = residual.stays.flatMap(sharesOf)
  const found = shares
    .filter((share) => shortKwh(share) > tolerance * Math.max(1, share.needKwh))
    .flatMap((share) => {
      const widest = widestPaths(depot, share.index)
      return [...checkRoom(depot, share, widest), ...shares.flatMap((other) => checkSwap(depot, share, other, widest))]
    })
  return [...found, ...checkMargins(residual)]
}

/** A vehicle that charges in its margin could get no more in its window, however the others moved inside theirs. */
function checkMargins({ timeline, stays }: ResidualDepot): Violation[] {
  const windows = stays.map((stay) => ({ ...stay, stretches: stay.stretches.filter(({ inMargin }) => !inMargin) }))
  const depot = depotFlow({ timeline, stays: windows })
  return stays.flatMap(({ facts, stretches }, index) => {
    if (!stretches.some(({ inMargin, powerKw }) => inMargin && powerKw > 0)) return []
    const { momentKwh } = widestPaths(depot, index)
    const k = momentKwh.findIndex(
      (kwh, k) => Math.min(kwh, usefulRoomKw(timeline, k) * (timeline.hours[k] ?? 0)) > 1e-4,
    )
    const rule = 'the margin is used only for what is missing'
    const scheduleId = facts.schedule.id
    return k < 0
      ? []
      : [{ rule, scheduleId, atMs: timeline.cutsMs[k], found: `its window could take ${momentKwh[k]} kWh more` }]
  })
}

function sharesOf(stay: FreeStay, index: number): Share[] {
  const { facts, endSoc } = stay
  const { startSoc, ev } = facts.schedule
  const gotKwh = ((endSoc - startSoc) / 100) * ev.batterySizekWh
  const { minimumNeedKwh, restNeedKwh } = facts
  const minimumKwh = Math.min(gotKwh, minimumNeedKwh)
  const minimum = { stay, index, isMinimum: true, needKwh: minimumNeedKwh, gotKwh: minimumKwh }
  const rest = { stay, index, isMinimum: false, needKwh: restNeedKwh, gotKwh: gotKwh - minimumKwh }
  return [minimum, rest].filter(({ needKwh }) => needKwh > 0)
}

const shortKwh = ({ needKwh, gotKwh }: Share) => needKwh - gotKwh
const points = ({ stay }: Share, kwh: number) => (kwh / stay.facts.schedule.ev.batterySizekWh) * 100

/** Below 0: `a` is of a more important level than `b`. */
function compareLevels(a: Share, b: Share): number {
  const rank = a.stay.facts.rank - b.stay.facts.rank
  if (rank !== 0) return rank
  if (a.isMinimum !== b.isMinimum) return a.isMinimum ? -1 : 1
  return b.stay.facts.schedule.priority - a.stay.facts.schedule.priority
}

function violation({ stay }: Share, rule: string, found: string): Violation {
  return { rule, scheduleId: stay.facts.schedule.id, found }
}

function checkRoom({ timeline }: DepotFlow, share: Share, { momentKwh }: Widest): Violation[] {
  for (let k = 0; k < momentKwh.length; k++) {
    const kwh = Math.min(momentKwh[k] ?? 0, usefulRoomKw(timeline, k) * (timeline.hours[k] ?? 0), shortKwh(share))
    if (kwh <= tolerance * Math.max(1, share.needKwh) * 2) continue
    return [violation(share, 'each level gets the most energy', `${kwh} kWh more fit in from ${timeline.cutsMs[k]}`)]
  }
  return []
}

function checkSwap(depot: DepotFlow, short: Share, other: Share, { stayKwh }: Widest): Violation[] {
  if (other.index === short.index) return []
  const kwh = Math.min(stayKwh[other.index] ?? 0, other.gotKwh, shortKwh(short))
  if (kwh <= tolerance * Math.max(1, short.needKwh) * 2) return []
  const from = other.stay.facts.schedule.id
  const order = compareLevels(short, other)
  if (order < 0)
    return [violation(short, 'an earlier level goes first', `${kwh} kWh of a later level are with ${from}`)]
  if (order > 0) return []
  return short.isMinimum ? checkMinimumSwap(depot, short, other) : checkSpread(short, other, kwh)
}

/** Rather one short than many, and the short one is the last by need, departure and id. */
function checkMinimumSwap(depot: DepotFlow, short: Share, other: Share): Violation[] {
  const rule = 'below the minimum rather one is short than many'
  const otherIsShort = shortKwh(other) > tolerance * Math.max(1, other.needKwh)
  const comesFirst = minimumOrder(short, other) < 0
  if (!otherIsShort && !comesFirst) return []
  const wantedKwh = shortKwh(short)
  const movedKwh = movableKwh(depot, short.index, other.index, Math.min(wantedKwh, other.gotKwh))
  if (movedKwh < wantedKwh - tolerance * Math.max(1, short.needKwh)) return []
  const id = other.stay.facts.schedule.id
  return [
    violation(
      short,
      rule,
      `${wantedKwh} kWh from ${id} would make it ready; ${id} ${otherIsShort ? 'is short' : 'comes later'}`,
    ),
  ]
}

function minimumOrder(a: Share, b: Share): number {
  const [one, two] = [a.stay.facts.schedule, b.stay.facts.schedule]
  if (Math.abs(a.needKwh - b.needKwh) > tolerance * Math.max(1, a.needKwh)) return a.needKwh - b.needKwh
  const byPresence = Number(b.stay.facts.isPresent) - Number(a.stay.facts.isPresent)
  return one.to - two.to || byPresence || (one.id < two.id ? -1 : 1)
}

/** Above the minimum the shortage is spread: no path may still lower the larger of two by more than a point. */
function checkSpread(short: Share, other: Share, kwh: number): Violation[] {
  const shortBy = points(short, shortKwh(short))
  const otherBy = points(other, shortKwh(other))
  const gained = points(short, kwh)
  const lost = points(other, kwh)
  const evenGain = ((shortBy - otherBy) * gained) / (gained + lost)
  if (Math.min(evenGain, gained) <= 1 + 1e-3) return []
  const found = `${shortBy} points short, ${other.stay.facts.schedule.id} ${otherBy}; ${Math.min(evenGain, gained)} could move`
  return [violation(short, 'above the minimum the shortage is spread', found)]
}
