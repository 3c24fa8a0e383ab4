import { sql } from 'drizzle-orm'
import type { Trigger } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import type { Depot, DepotStay } from '@/lib/plans/depot'
import type { PendingRequest } from '@/lib/plans/load-depot'
import type { PlanningResult } from '@/lib/plans/plan-batches'

/** The inputs of a plan changed while it was made: it must not be stored. */
export class InputsChanged extends Error {
  override readonly name = 'InputsChanged'
}

/** Why a location is planned. */
export type Cause = { trigger: Trigger; description: string }

const KEPT_VERSIONS = 20

/** PostgreSQL's lock_not_available, deadlock_detected, foreign_key_violation (a stay is gone), unique_violation. */
const CONTENTION = ['55P03', '40P01', '23503', '23505']

/**
 * Stores what a planning run has decided, in the transaction `tx` of its own. First it makes sure that no stay and no
 * plan has changed since it was read, and keeps them from changing until the commit. It waits for nobody who changes
 * schedules, so that neither can be in the other's way.
 * @param whenChanged `refuse`: throw when anything has changed; `skip`: leave out the stays that have
 * @returns how many plans were written
 * @throws InputsChanged read and plan again
 */
export async function storePlans(
  tx: Database,
  depot: Depot,
  decided: PlanningResult,
  cause: Cause,
  whenChanged: 'refuse' | 'skip',
): Promise<number> {
  const keys = await insertNights(tx, depot, decided)
  const held = await holdStays(tx, decided, whenChanged)
  const isHeld = ({ stay: { key } }: { stay: DepotStay }) => key === null || held.has(key)
  const result = { ...decided, changed: decided.changed.filter(isHeld), removed: decided.removed.filter(isHeld) }
  await writePlans(tx, depot, result, cause, keys)
  await keepElapsed(tx, result, keys)
  await removePlans(tx, result)
  await storeForecasts(tx, depot, result)
  return result.changed.length
}

async function writePlans(
  tx: Database,
  depot: Depot,
  { changed, strategy, strategyVersion }: PlanningResult,
  { trigger, description }: Cause,
  keys: Map<string, number>,
): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ stay, plan }) => ({ key: stay.key ?? keys.get(stay.id), plan }))
  await tx.execute(sql`
    insert into plan (stay_key, plan, frozen, posted, strategy, strategy_version, planned_at, trigger, trigger_description)
    select key, plan, false, false, ${strategy}, ${strategyVersion}, ${new Date(depot.now).toISOString()}::timestamptz,
      ${trigger}, ${description}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (key bigint, plan jsonb)
    on conflict (stay_key) do update set plan = excluded.plan, frozen = false, posted = false,
      strategy = excluded.strategy, strategy_version = excluded.strategy_version, planned_at = excluded.planned_at,
      trigger = excluded.trigger, trigger_description = excluded.trigger_description`)
  await keepVersions(
    tx,
    rows.map(({ key }) => Number(key)),
  )
}

/**
 * Nights of rules get a row of their own once they are planned. Somebody else may have made the row meanwhile.
 * @returns the keys of the new rows by stay id
 */
async function insertNights(tx: Database, depot: Depot, { changed }: PlanningResult): Promise<Map<string, number>> {
  const nights = changed.flatMap(({ stay }) => (stay.key === null && stay.night ? [nightRow(stay)] : []))
  if (nights.length === 0) return new Map()
  const inserted = await tx.execute<{ id: string; key: string }>(sql`
    insert into stay (id, vehicle_key, location_uid, arrival, departure, start_soc, target_soc, minimum_soc, priority,
      external_id, block_id, rule_key, rule_version_key, original_date)
    select id, "vehicleKey", ${depot.location.uid}, to_timestamp(arrival / 1000.0), to_timestamp(departure / 1000.0),
      "startSoc", "targetSoc", "minimumSoc", priority, "externalId", "blockId", "ruleKey", "ruleVersionKey",
      "originalDate"
    from jsonb_to_recordset(${JSON.stringify(nights)}::text::jsonb) as night (id text, "vehicleKey" bigint,
      arrival float8, departure float8, "startSoc" float8, "targetSoc" float8, "minimumSoc" float8, priority int,
      "externalId" text, "blockId" text, "ruleKey" bigint, "ruleVersionKey" bigint, "originalDate" date)
    on conflict do nothing returning id, key`)
  if (inserted.length < nights.length) throw new InputsChanged()
  return new Map(inserted.map(({ id, key }) => [id, Number(key)]))
}

function nightRow({ id, vehicleKey, arrival, departure, night, ...stay }: DepotStay): Record<string, unknown> {
  const { startSoc, targetSoc, minimumSoc, priority, externalId, blockId } = stay
  const wishes = { startSoc, targetSoc, minimumSoc, priority, externalId, blockId }
  return { id, vehicleKey, arrival, departure, ...wishes, ...night }
}

/** Holds the rows that this run writes about, as they were read. @returns the keys of those that are held */
async function holdStays(
  tx: Database,
  { changed, removed }: PlanningResult,
  whenChanged: 'refuse' | 'skip',
): Promise<Set<number>> {
  const stays = [...changed, ...removed].flatMap(({ stay: { key, version } }) =>
    key === null ? [] : [{ key, version }],
  )
  if (stays.length === 0) return new Set()
  const ifLocked = whenChanged === 'refuse' ? sql`nowait` : sql`skip locked`
  const held = await tx.execute<{ key: string }>(sql`
    select stay.key from stay left join plan on plan.stay_key = stay.key
    join jsonb_to_recordset(${JSON.stringify(stays)}::text::jsonb) as read (key bigint, version text)
      on read.key = stay.key and read.version = stay.xmin::text || '/' || coalesce(plan.xmin::text, '')
    order by stay.key for no key update of stay ${ifLocked}`)
  if (whenChanged === 'refuse' && held.length < stays.length) throw new InputsChanged()
  return new Set(held.map(({ key }) => Number(key)))
}

/** Whether a write failed because somebody else is at the same rows: then the inputs are changing. */
export function isContention(error: unknown): boolean {
  const code = (candidate: unknown) => (candidate as { code?: unknown } | null | undefined)?.code
  const codes = [code(error), code((error as { cause?: unknown } | null)?.cause)]
  return error instanceof InputsChanged || CONTENTION.some((known) => codes.includes(known))
}

async function keepVersions(tx: Database, keys: number[]): Promise<void> {
  await tx.execute(sql`
    insert into plan_version (stay_key, version, plan, strategy, strategy_version, planned_at, trigger, trigger_description)
    select stay_key, coalesce((select max(version) from plan_version old where old.stay_key = plan.stay_key), 0) + 1,
      plan, strategy, strategy_version, planned_at, trigger, trigger_description
    from plan where stay_key in ${keys}`)
  await tx.execute(sql`
    delete from plan_version old where stay_key in ${keys} and version <=
      (select max(version) from plan_version newest where newest.stay_key = old.stay_key) - ${KEPT_VERSIONS}::int`)
}

async function keepElapsed(tx: Database, result: PlanningResult, keys: Map<string, number>): Promise<void> {
  const rows = [...result.changed, ...result.removed].flatMap(({ stay, elapsed }) =>
    elapsed ? [{ key: stay.key ?? keys.get(stay.id), segments: elapsed }] : [],
  )
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into plan_elapsed (stay_key, segments)
    select key, segments from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (key bigint, segments jsonb)
    on conflict (stay_key) do update set segments = excluded.segments`)
}

async function removePlans(tx: Database, { removed }: PlanningResult): Promise<void> {
  const keys = removed.flatMap(({ stay }) => (stay.key === null ? [] : [stay.key]))
  if (keys.length > 0) await tx.execute(sql`delete from plan where stay_key in ${keys}`)
}

async function storeForecasts(tx: Database, { location, forecasts: stored }: Depot, { forecasts }: PlanningResult) {
  const gone = [...stored.keys()].filter((day) => !forecasts.has(day))
  if (gone.length > 0)
    await tx.execute(sql`delete from plan_forecast where location_uid = ${location.uid} and day in ${gone}`)
  const rows = [...forecasts].flatMap(([day, inputs]) => (stored.get(day) === inputs ? [] : [{ day, inputs }]))
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into plan_forecast (location_uid, day, inputs)
    select ${location.uid}, day, inputs
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (day date, inputs text)
    on conflict (location_uid, day) do update set inputs = excluded.inputs`)
}

/** The numbers of a finished run, or the sentence of a failed one. */
export type RunOutcome = { result: PlanningResult; changed: number } | { failure: string }

/** Writes down what a run did. `startedAt` and `finishedAt` are epoch ms. */
export async function recordRun(
  tx: Database,
  run: { locationUid: string; startedAt: number; finishedAt: number; cause: Cause },
  outcome: RunOutcome,
): Promise<void> {
  const { planned, totals } = 'result' in outcome ? outcome.result : { planned: 0, totals: null }
  const changed = 'changed' in outcome ? outcome.changed : 0
  const failure = 'failure' in outcome ? outcome.failure : null
  await tx.execute(sql`
    insert into plan_run (location_uid, started_at, finished_at, trigger, trigger_description, planned, changed,
      peak_kw, energy_kwh, unmet_kwh, cost, failure)
    values (${run.locationUid}, ${new Date(run.startedAt).toISOString()}, ${new Date(run.finishedAt).toISOString()},
      ${run.cause.trigger}, ${run.cause.description}, ${planned}, ${changed}, ${totals?.peakkW ?? null},
      ${totals?.energykWh ?? null}, ${totals?.unmetkWh ?? null}, ${totals?.cost ?? null}, ${failure})`)
}

/** Whether something was asked of the location since `request` was read. */
export async function isAskedAgain(
  tx: Database,
  locationUid: string,
  request: PendingRequest | null,
): Promise<boolean> {
  const [row] = await tx.execute<{ revision: string }>(sql`
    select revision from plan_request where location_uid = ${locationUid}`)
  return row !== undefined && Number(row.revision) !== request?.revision
}

/** Clears the request that was read, unless another one came in meanwhile: that one still has to be planned. */
export async function clearRequest(tx: Database, request: PendingRequest | null): Promise<void> {
  if (!request) return
  await tx.execute(sql`
    delete from plan_request where location_uid = ${request.locationUid} and revision = ${request.revision}`)
}
