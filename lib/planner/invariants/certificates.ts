import { leastInSeconds, sitePowerKw, usefulRoomKw } from '@/lib/planner/invariants/depot-timeline'
import { type FreeStay, negligibleKw, type ResidualDepot, residualDepot } from '@/lib/planner/invariants/residual-depot'
import type { Violation } from '@/lib/planner/invariants/violation'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/**
 * How far a plan is from the flattest: the greatest difference in kW between a moment in which a vehicle charges and a
 * lower one with room that this energy could move to, directly or by making way for one another. 0: none is flatter.
 */
export function flatnessGapKw(problem: DepotProblem, plan: DepotPlan): number {
  const depot = residualDepot(problem, plan)
  const levelKw = depot.timeline.hours.map((_, k) => sitePowerKw(depot.timeline, k))
  return greatestGain(depot, levelKw, (k) => usefulRoomKw(depot.timeline, k))
}

/**
 * How far a plan is from the cheapest under its own peak: the greatest difference in price between a moment in which a
 * vehicle charges and a cheaper one with room. `capKw` bounds the site where the peak counts; infinite where not.
 */
export function cheapestGap(problem: DepotProblem, plan: DepotPlan, capKw = Number.POSITIVE_INFINITY): number {
  const depot = residualDepot(problem, plan)
  const { timeline } = depot
  const underCapKw = (k: number) =>
    leastInSeconds(timeline, k, (j) => (capKw - sitePowerKw(timeline, j)) * timeline.efficiency)
  return greatestGain(depot, timeline.price, (k) => Math.min(usefulRoomKw(timeline, k), underCapKw(k)))
}

/**
 * Where a plan for `as-soon-as-possible` is not packed to the front: moments of more than two minutes in which a vehicle
 * charges below nine tenths of its maximum although the site has room for more, so that it could be done sooner. (A plan
 * that stays with incumbent one may do so.)
 */
export function unpacked(problem: DepotProblem, plan: DepotPlan): Violation[] {
  const { timeline, stays } = inWindows(residualDepot(problem, plan))
  return stays.flatMap(({ facts, stretches }) => {
    const worthKw = 0.1 * facts.maxPowerKw
    const slow = stretches.filter(({ powerKw }) => powerKw > negligibleKw && facts.maxPowerKw - powerKw > worthKw)
    const moments = slow.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, k) => first + k))
    const idle = moments.find((k) => (timeline.hours[k] ?? 0) > 2 / 60 && usefulRoomKw(timeline, k) > worthKw)
    if (idle === undefined) return []
    const found = `${usefulRoomKw(timeline, idle)} kW of room for ${timeline.hours[idle]} h`
    return [
      {
        rule: 'each interval is packed to its front',
        scheduleId: facts.schedule.id,
        atMs: timeline.cutsMs[idle],
        found,
      },
    ]
  })
}

/**
 * The greatest fall of `score` by moving energy from one moment to another. Moments with room are taken from the
 * lowest score on; each is walked back to the moments that can give to it, and the first to reach a moment is its best.
 */
function greatestGain(depot: ResidualDepot, score: Float64Array, room: (k: number) => number): number {
  const { stays } = inWindows(depot)
  const order = [...score.keys()]
    .filter((k) => room(k) > negligibleKw)
    .sort((a, b) => (score[a] ?? 0) - (score[b] ?? 0))
  const reached = new Uint8Array(score.length)
  let unasked = stays
  let gain = 0
  for (const lowest of order) {
    const queue = reached[lowest] ? [] : [lowest]
    reached[lowest] = 1
    for (let taker = queue.pop(); taker !== undefined; taker = queue.pop()) {
      const moment = taker
      const asked = unasked.filter((stay) => canTake(stay, moment))
      if (asked.length > 0) unasked = unasked.filter((stay) => !canTake(stay, moment))
      for (const giver of asked.flatMap(chargingMoments)) {
        if (reached[giver]) continue
        reached[giver] = 1
        queue.push(giver)
        gain = Math.max(gain, (score[giver] ?? 0) - (score[lowest] ?? 0))
      }
    }
  }
  return gain
}

/** No aim moves energy into a margin, or out of one that readiness needs. */
function inWindows({ timeline, stays }: ResidualDepot): ResidualDepot {
  return {
    timeline,
    stays: stays.map((stay) => ({ ...stay, stretches: stay.stretches.filter(({ inMargin }) => !inMargin) })),
  }
}

function canTake({ stretches, facts }: FreeStay, k: number): boolean {
  const stretch = stretches.find(({ first, end }) => first <= k && k < end)
  return stretch !== undefined && facts.maxPowerKw - stretch.powerKw > negligibleKw
}

function chargingMoments({ stretches }: FreeStay): number[] {
  return stretches.flatMap(({ first, end, powerKw }) =>
    powerKw > negligibleKw ? Array.from({ length: end - first }, (_, k) => first + k) : [],
  )
}
