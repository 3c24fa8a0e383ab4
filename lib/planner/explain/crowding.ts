import { momentsOf, type SiteView, siteViewOf } from '@/lib/planner/explain/site-view'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** From when to when the limit keeps a vehicle below its maximum. */
export interface Crowding {
  from: number
  to: number
}

/** The time in which the site is at its limit while the schedule's vehicle could charge more; nothing where there is none. */
export function crowdingOf(problem: DepotProblem, plan: DepotPlan, scheduleId: string): Crowding | undefined {
  const view: SiteView = siteViewOf(problem, plan)
  const own = plan.plans[scheduleId]
  const maxKw = own ? Math.min(own.schedule.settings.evMaxPowerkW, own.schedule.ev.maxPowerkW) : 0
  const crowded = (own?.segments ?? [])
    .filter(({ powerkW, tag }) => powerkW < maxKw * (1 - 1e-9) && tag[0] !== 'preconditioning' && tag[0] !== 'idle')
    .flatMap(({ from, to }) => momentsOf(view, from, to))
    .filter(({ siteKw, limitKw }) => siteKw >= limitKw - 1e-3 * Math.max(1, limitKw))
  const first = crowded[0]
  const last = crowded[crowded.length - 1]
  return first && last ? { from: first.from, to: last.to } : undefined
}
