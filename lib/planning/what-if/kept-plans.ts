import type { DepotPlan } from '@/lib/planner/plan'
import type { Depot } from '@/lib/planning/depot'
import type { Totalled } from '@/lib/planning/plan-totals'
import { batteryEnergyKwh, clipSegments } from '@/lib/stays/delivered'
import { neededSocs } from '@/lib/stays/needed-socs'

type Plans = DepotPlan['plans']

/**
 * The frozen plans among these schedules, with what is left of them, as if they had just been made: where one side of a comparison
 * keeps what the other plans anew, they count on both.
 */
export function keptPlans({ stays, location, now }: Depot, ids: ReadonlySet<string>): { plans: Plans; part: Totalled } {
  const left = { from: now, to: Number.POSITIVE_INFINITY }
  const plans: Plans = {}
  const schedules: Totalled['problem']['schedules'] = []
  let unmetkWh = 0
  for (const stay of stays) {
    const { id, departure, incumbent, vehicle } = stay
    const { endSoc } = incumbent?.plan ?? {}
    if (!ids.has(id) || !incumbent?.frozen || endSoc === undefined) continue
    const segments = clipSegments(incumbent.plan.segments ?? [], left)
    const missing = Math.max(0, neededSocs(stay, location).targetSoc - endSoc)
    const kept = { endTime: now, usesMargin: false, ...incumbent.plan, endSoc, segments, pastSegments: [] }
    const energyKwh = batteryEnergyKwh(segments, left)
    plans[id] = { ...kept, energyKwh, reachedTargetSocInSchedule: missing === 0 } as unknown as Plans[string]
    unmetkWh += (missing / 100) * (vehicle.batterySizeKwh ?? 0)
    schedules.push({ id, to: departure })
  }
  return { plans, part: { problem: { now, schedules, fixedLoads: [] }, plan: { plans, unmetkWh } } }
}
