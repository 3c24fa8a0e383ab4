import { limitReachedIn, type ReachedLimit, reachesPeakIn, type SiteView } from '@/lib/planner/explain/site-view'
import { priceAt } from '@/lib/planner/model/prices'
import { effectiveTargetSoc } from '@/lib/planner/model/stay'
import type { SchedulePlan, Segment } from '@/lib/planner/plan'
import type { PowerRule, Tag } from '@/lib/planner/problem'

/** Why a segment is as it is, as a code with its numbers; powers in kW, prices per kWh, times in epoch ms. */
export type SegmentReason =
  | { code: 'ready'; targetSoc: number }
  | { code: 'preconditions'; powerKw: number }
  | { code: 'keeps-free-for-preconditioning' }
  | { code: 'charges-at-full-power'; powerKw: number }
  | { code: 'waits-for-cheaper'; at: number; pricePerKwh: number; insteadOfPerKwh: number }
  | ({ code: 'waits-at-limit'; until: number } & ReachedLimit)
  | { code: 'waits-at-peak'; peakKw: number; until: number }
  | { code: 'waits-for-its-block'; at: number }
  | { code: 'waits-with-time-to-spare'; at: number }
  | { code: 'waits-without-room' }
  | ({ code: 'held-at-limit'; powerKw: number } & ReachedLimit)
  | { code: 'held-at-peak'; powerKw: number; peakKw: number }
  | { code: 'held-by-ideal'; powerKw: number; tag: Tag }
  | { code: 'held-by-setting'; powerKw: number }
  | { code: 'held-with-time-to-spare'; powerKw: number }
  /** Not of this planner: it charges as its charger lets it, whatever is planned. */
  | { code: 'charger-not-steerable'; powerKw: number }
  | { code: 'charger-offline'; powerKw: number }

/** The reason for each segment of a schedule's plan, in order. */
export function segmentReasonsOf(view: SiteView, scheduleId: string): SegmentReason[] {
  const own = view.plan.plans[scheduleId]
  return (own?.segments ?? []).map((segment) => reasonOf(view, own as SchedulePlan, segment))
}

function reasonOf(view: SiteView, own: SchedulePlan, segment: Segment): SegmentReason {
  const { powerkW: powerKw, tag } = segment
  if (tag[0] === 'idle') return { code: 'ready', targetSoc: effectiveTargetSoc(own.schedule) }
  if (tag[0] === 'preconditioning') {
    return powerKw > 0 ? { code: 'preconditions', powerKw } : { code: 'keeps-free-for-preconditioning' }
  }
  if (segment.powerUnlimited) return { code: 'charges-at-full-power', powerKw }
  return powerKw > 0 ? whyHeld(view, own, segment) : whyWaiting(view, own, segment)
}

function whyHeld(
  view: SiteView,
  { schedule }: SchedulePlan,
  { from, to, powerkW: powerKw, tag }: Segment,
): SegmentReason {
  if (powerKw >= schedule.settings.evMaxPowerkW * (1 - 1e-9)) return { code: 'held-by-setting', powerKw }
  const limit = limitReachedIn(view, from, to)
  if (limit) return { code: 'held-at-limit', powerKw, ...limit }
  if (reachesPeakIn(view, from, to)) return { code: 'held-at-peak', powerKw, peakKw: view.plan.peakkW }
  const isIdeal = (rule: PowerRule) => rule.tag === tag[0] && Math.abs((rule.idealPowerkW ?? 0) - powerKw) < 1e-3
  if (schedule.settings.powerRules.some(isIdeal)) return { code: 'held-by-ideal', powerKw, tag: tag[0] }
  return { code: 'held-with-time-to-spare', powerKw }
}

function whyWaiting(view: SiteView, own: SchedulePlan, segment: Segment): SegmentReason {
  const { from, to } = segment
  const next = own.segments.find((later) => later.from >= to && later.powerkW > 0 && later.tag[0] !== 'preconditioning')
  const limit = limitReachedIn(view, from, to)
  if (!next) return limit ? { code: 'waits-at-limit', ...limit, until: to } : { code: 'waits-without-room' }
  const cheaper = cheaperLater(view, from, next)
  if (cheaper && countsPrices(view)) return cheaper
  if (limit) return { code: 'waits-at-limit', ...limit, until: to }
  if (reachesPeakIn(view, from, to)) return { code: 'waits-at-peak', peakKw: view.plan.peakkW, until: to }
  if (!own.schedule.ev.supportsPausing) return { code: 'waits-for-its-block', at: next.from }
  return { code: 'waits-with-time-to-spare', at: next.from }
}

function countsPrices({ problem }: SiteView): boolean {
  return problem.strategy === 'lowest-cost' || problem.strategy === 'peak-supression'
}

function cheaperLater({ problem }: SiteView, from: number, next: Segment): SegmentReason | undefined {
  const insteadOfPerKwh = priceAt(problem.site.prices, from)
  const pricePerKwh = priceAt(problem.site.prices, next.from)
  if (pricePerKwh >= insteadOfPerKwh) return undefined
  return { code: 'waits-for-cheaper', at: next.from, pricePerKwh, insteadOfPerKwh }
}
