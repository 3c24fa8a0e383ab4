import { sql } from 'drizzle-orm'
import type { Explanation } from '@/lib/contract/explanations'
import type { Plan } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'
import type { DepotStay } from '@/lib/stays/depot-stay'

/** What is said about a plan besides the plan itself. `plannedAt` is an instant as the API writes it. */
export type PlanMeta = {
  frozen: boolean
  /** Posted by the sender rather than made by the planner. */
  posted: boolean
  strategy: string | null | undefined
  strategyVersion: string | null | undefined
  plannedAt: string
  trigger: string | null | undefined
  triggerDescription: string | null | undefined
}

/** The plan that becomes the incumbent one of the stay with this key. */
export type NewPlan = PlanMeta & { key: number; plan: Plan; explanation: Explanation | null }

const META_TYPES = sql.raw(`frozen boolean, posted boolean, strategy text, "strategyVersion" text,
  "plannedAt" timestamptz, trigger text, "triggerDescription" text`)

/**
 * Makes plans the incumbent ones of their stays; nothing else gives a stay a plan (condense-plans.ts shortens those of stays
 * that are over). Keep what elapsed of the plans before them first (keep-elapsed.ts).
 */
export async function writePlans(tx: Database, plans: readonly NewPlan[]): Promise<void> {
  if (plans.length === 0) return
  await tx.execute(sql`
    insert into plan (stay_key, plan, explanation, frozen, posted, strategy, strategy_version, planned_at, trigger,
      trigger_description)
    select x.key, x.plan, x.explanation, x.frozen, x.posted, x.strategy, x."strategyVersion", x."plannedAt", x.trigger,
      x."triggerDescription"
    from jsonb_to_recordset(${rowsParameter(plans)}) as x(key bigint, plan jsonb, explanation jsonb, ${META_TYPES})
    on conflict (stay_key) do update set plan = excluded.plan, explanation = excluded.explanation,
      frozen = excluded.frozen, posted = excluded.posted, strategy = excluded.strategy,
      strategy_version = excluded.strategy_version, planned_at = excluded.planned_at, trigger = excluded.trigger,
      trigger_description = excluded.trigger_description`)
}

/** Writes only what is said about plans. A plan that the planner may not touch any more has nothing to explain. */
export async function writePlanMeta(tx: Database, rows: readonly (PlanMeta & { key: number })[]): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    update plan set frozen = x.frozen, posted = x.posted, strategy = x.strategy, strategy_version = x."strategyVersion",
      planned_at = x."plannedAt", trigger = x.trigger, trigger_description = x."triggerDescription",
      explanation = case when x.frozen or x.posted then null else explanation end
    from jsonb_to_recordset(${rowsParameter(rows)}) as x(key bigint, ${META_TYPES}) where plan.stay_key = x.key`)
}

/** Leaves the stays with these keys without a plan. */
export async function deletePlans(tx: Database, stayKeys: readonly number[]): Promise<void> {
  if (stayKeys.length === 0) return
  const rows = rowsParameter(stayKeys.map((key) => ({ key })))
  await tx.execute(sql`delete from plan using jsonb_to_recordset(${rows}) as x(key bigint) where plan.stay_key = x.key`)
}

/**
 * Writes what there is to say now about plans that stay the incumbent ones, which makes no new version of them. A plan
 * that has changed since it was read, or that somebody is changing, is left out: its own change asks for the next run.
 */
export async function writeExplanations(
  tx: Database,
  explained: readonly { stay: DepotStay; explanation: Explanation }[],
): Promise<void> {
  const rows = explained.flatMap(({ stay: { key, version }, explanation }) =>
    key === null ? [] : [{ key, version, explanation }],
  )
  if (rows.length === 0) return
  await tx.execute(sql`
    with said as (select key, version, explanation from jsonb_to_recordset(${rowsParameter(rows)})
      as row (key bigint, version text, explanation jsonb)),
    held as (select plan.stay_key from plan join stay on stay.key = plan.stay_key join said on said.key = plan.stay_key
      where said.version = stay.xmin::text || '/' || plan.xmin::text
      order by plan.stay_key for no key update of plan skip locked)
    update plan set explanation = said.explanation from said, held
    where plan.stay_key = said.key and held.stay_key = plan.stay_key`)
}
