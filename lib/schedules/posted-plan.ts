import { isDeepStrictEqual } from 'node:util'
import type { Plan, PlanMeta } from '@/lib/contract/plan'
import type { HeldPlan } from '@/lib/schedules/schedule-state'

/** What a sender says of a plan: left out (undefined) or null. */
export type PostedPlan = { plan?: Plan | null; planMeta?: PlanMeta | null }

/** A plan that the planner may replace again. */
export function thawed(held: HeldPlan | null): HeldPlan | null {
  return held?.meta.frozen ? { ...held, meta: { ...held.meta, frozen: false } } : held
}

/**
 * The plan of a stay after a sender's word: a posted plan is kept, what is left out stays, `plan: null` drops it. A
 * stay that moved thaws it, unless a frozen plan came along with the move. The same word twice changes nothing.
 */
export function planAfter(held: HeldPlan | null, { plan, planMeta }: PostedPlan, moved: boolean): HeldPlan | null {
  if (plan === null) return null
  if (plan === undefined && held === null) return null
  const said = planMeta ?? (held ? held.meta : { frozen: false })
  const frozen = said.frozen === true && (!moved || (plan !== undefined && planMeta?.frozen === true))
  const next: HeldPlan = {
    plan: plan ?? held?.plan,
    meta: { ...said, timestamp: said.timestamp ?? held?.meta.timestamp, frozen },
    posted: plan !== undefined || (held?.posted ?? false),
  }
  return held && samePlan(held, next) ? held : next
}

function samePlan(a: HeldPlan, b: HeldPlan): boolean {
  return isDeepStrictEqual(a.plan, b.plan) && a.posted === b.posted && sameMeta(a.meta, b.meta)
}

function sameMeta(a: PlanMeta, b: PlanMeta): boolean {
  const names = ['strategy', 'strategyVersion', 'timestamp', 'trigger', 'triggerDescription'] as const
  return (a.frozen ?? false) === (b.frozen ?? false) && names.every((name) => (a[name] ?? null) === (b[name] ?? null))
}
