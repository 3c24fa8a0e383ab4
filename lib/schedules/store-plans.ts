import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import type { HeldPlan } from '@/lib/schedules/schedule-state'
import { type ChangedStay, rowsParameter } from '@/lib/schedules/store-schedules'
import { keepElapsed } from '@/lib/stays/keep-elapsed'

type Change = { key: number; was: HeldPlan | null; held: HeldPlan | null }

/** Writes what a decision does to the plans of stays: posted ones, dropped ones, thawed ones. */
export async function storePlans(
  tx: Database,
  now: number,
  changed: readonly ChangedStay[],
  inserted: ReadonlyMap<string, number>,
): Promise<void> {
  const changes = changed.flatMap(({ stay, was: stored }): Change[] => {
    const key = stay.key ?? inserted.get(stay.id)
    const was = stored?.held ?? null
    return key === undefined || was === stay.held ? [] : [{ key, was, held: stay.held }]
  })
  if (changes.length === 0) return
  await keepElapsed(
    tx,
    changes.flatMap(({ key, was, held }) => (was !== null && isReplaced(was, held) ? [key] : [])),
    now,
  )
  await dropPlans(tx, changes)
  await setPlans(tx, now, changes)
  await setMeta(tx, now, changes)
}

function isReplaced(was: HeldPlan, held: HeldPlan | null): boolean {
  return held === null || (held.plan !== undefined && held.plan !== was.plan)
}

async function dropPlans(tx: Database, changes: Change[]): Promise<void> {
  const rows = changes.filter(({ held }) => held === null).map(({ key }) => ({ key }))
  if (rows.length === 0) return
  await tx.execute(
    sql`delete from plan using jsonb_to_recordset(${rowsParameter(rows)}) as x(key bigint) where plan.stay_key = x.key`,
  )
}

const COLUMNS = sql.raw(`key bigint, plan jsonb, posted boolean, frozen boolean, strategy text, strategy_version text,
  planned_at timestamptz, trigger text, trigger_description text`)

function rowOf(key: number, { plan, meta, posted }: HeldPlan, now: number): object {
  return {
    key,
    plan,
    posted,
    frozen: meta.frozen ?? false,
    strategy: meta.strategy,
    strategy_version: meta.strategyVersion,
    planned_at: meta.timestamp ?? new Date(now),
    trigger: meta.trigger,
    trigger_description: meta.triggerDescription,
  }
}

async function setPlans(tx: Database, now: number, changes: Change[]): Promise<void> {
  const rows = changes.flatMap(({ key, held }) => (held?.plan === undefined ? [] : [rowOf(key, held, now)]))
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into plan (stay_key, plan, posted, frozen, strategy, strategy_version, planned_at, trigger, trigger_description)
    select x.key, x.plan, x.posted, x.frozen, x.strategy, x.strategy_version, x.planned_at, x.trigger, x.trigger_description
    from jsonb_to_recordset(${rowsParameter(rows)}) as x(${COLUMNS})
    on conflict (stay_key) do update set plan = excluded.plan, explanation = null, posted = excluded.posted, frozen = excluded.frozen,
      strategy = excluded.strategy, strategy_version = excluded.strategy_version, planned_at = excluded.planned_at,
      trigger = excluded.trigger, trigger_description = excluded.trigger_description`)
}

/** Where the plan itself was not read, only what is said about it changes. */
async function setMeta(tx: Database, now: number, changes: Change[]): Promise<void> {
  const rows = changes.flatMap(({ key, held }) => (held && held.plan === undefined ? [rowOf(key, held, now)] : []))
  if (rows.length === 0) return
  await tx.execute(sql`
    update plan set frozen = x.frozen, posted = x.posted, strategy = x.strategy, strategy_version = x.strategy_version,
      planned_at = x.planned_at, trigger = x.trigger, trigger_description = x.trigger_description,
      explanation = case when x.frozen or x.posted then null else explanation end
    from jsonb_to_recordset(${rowsParameter(rows)}) as x(${COLUMNS}) where plan.stay_key = x.key`)
}
