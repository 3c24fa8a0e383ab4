import { sql } from 'drizzle-orm'
import type { Trigger } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import type { PlanningResult } from '@/lib/planning/plan-batches'

/** Why a location is planned. */
export type Cause = { trigger: Trigger; description: string }

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

/** Whether something was asked of the location since the request of `revision` (null: none) was read. */
export async function isAskedAgain(tx: Database, locationUid: string, revision: number | null): Promise<boolean> {
  const [row] = await tx.execute<{ revision: string }>(sql`
    select revision from plan_request where location_uid = ${locationUid}`)
  return row !== undefined && Number(row.revision) !== revision
}

/**
 * Clears the request that was read, unless another one came in meanwhile: that one still has to be planned, and waits
 * since it came.
 */
export async function clearRequest(tx: Database, locationUid: string, revision: number | null): Promise<void> {
  if (revision === null) return
  await tx.execute(sql`delete from plan_request where location_uid = ${locationUid} and revision = ${revision}`)
  await tx.execute(sql`update plan_request set waiting_since = requested_at where location_uid = ${locationUid}`)
}
