import { type SQL, sql } from 'drizzle-orm'
import type { Trigger } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import type { PlanningResult } from '@/lib/planning/plan-batches'

/** Why a location is planned. */
export type Cause = { trigger: Trigger; description: string }

/**
 * The numbers of a finished run (`changed`: how many plans of the near future, as the totals are), and the vehicles (ids)
 * that it counted at chargers that were offline; or the sentence of a failed one.
 */
export type RunOutcome = { result: PlanningResult; changed: number; offline: readonly string[] } | { failure: string }

/** What a vehicle of a location that was never planned is taken to need. */
const VEHICLE_MS = 8

/** How long planning the location of a row is expected to take (ms), as SQL: what it took last, else by its vehicles. */
export function expectedMsOf(locationUid: SQL): SQL {
  return sql`coalesce(
    (select greatest(0, extract(epoch from run.finished_at - run.started_at) * 1000) from plan_run run
      where run.location_uid = ${locationUid} order by run.finished_at desc, run.key desc limit 1),
    (select count(*) * ${VEHICLE_MS}::int from vehicle_location member where member.location_uid = ${locationUid}))::float8`
}

/** How long planning this location is expected to take (ms). */
export async function expectedRunMs(db: Database, locationUid: string): Promise<number> {
  const [row] = await db.execute<{ ms: number }>(sql`select ${expectedMsOf(sql`${locationUid}`)} as ms`)
  return row?.ms ?? 0
}

/** Writes down what a run did. `startedAt` and `finishedAt` are epoch ms. */
export async function recordRun(
  tx: Database,
  run: { locationUid: string; startedAt: number; finishedAt: number; cause: Cause },
  outcome: RunOutcome,
): Promise<void> {
  const { planned, totals } = 'result' in outcome ? outcome.result : { planned: 0, totals: null }
  const changed = 'changed' in outcome ? outcome.changed : 0
  const failure = 'failure' in outcome ? outcome.failure : null
  const offline = 'offline' in outcome ? [...outcome.offline] : null
  await tx.execute(sql`
    insert into plan_run (location_uid, started_at, finished_at, trigger, trigger_description, planned, changed,
      peak_kw, energy_kwh, unmet_kwh, cost, failure, offline)
    values (${run.locationUid}, ${new Date(run.startedAt).toISOString()}, ${new Date(run.finishedAt).toISOString()},
      ${run.cause.trigger}, ${run.cause.description}, ${planned}, ${changed}, ${totals?.peakkW ?? null},
      ${totals?.energykWh ?? null}, ${totals?.unmetkWh ?? null}, ${totals?.cost ?? null}, ${failure}, ${sql.param(offline)}::text[])`)
}
