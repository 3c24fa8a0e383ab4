import { sql } from 'drizzle-orm'
import type { Trigger } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'

/** The queue's name for planning a location; its payload is `{ locationUid }`. */
export const PLAN_TASK = 'plan-location'

/** Changes that come in within this time are planned together. */
export const DEBOUNCE_MS = 1_000

/**
 * Asks for a location to be planned again, in the transaction of the change that makes it necessary: with its commit
 * the request is there, with its rollback it never was. A request that is already waiting takes over the newer cause.
 * Call it **last** in the transaction, because it locks the location's request until the commit.
 * @param description one sentence for people that says what changed, such as `The schedules of bus 12 changed.`
 */
export async function requestPlan(
  tx: Database,
  locationUid: string,
  trigger: Trigger,
  description: string,
): Promise<void> {
  await requestPlans(tx, [locationUid], trigger, description)
}

/**
 * `requestPlan` for several locations in one round trip each. Unknown locations are left out; an empty list does
 * nothing. Locks are taken in one order, so that two transactions that each make one call never wait for each other.
 */
export async function requestPlans(
  tx: Database,
  locationUids: readonly string[],
  trigger: Trigger,
  description: string,
): Promise<void> {
  const uids = [...new Set(locationUids)].sort()
  if (uids.length === 0) return
  const requested = await tx.execute<{ location_uid: string }>(sql`
    insert into plan_request as request (location_uid, requested_at, waiting_since, revision, trigger, trigger_description)
    select uid, clock_timestamp(), clock_timestamp(), 1, ${trigger}, ${description}
    from location where uid in ${uids} order by uid
    on conflict (location_uid) do update set
      requested_at = excluded.requested_at,
      revision = request.revision + 1,
      trigger = excluded.trigger,
      trigger_description = excluded.trigger_description
    returning location_uid`)
  await wakeWorkers(
    tx,
    requested.map((row) => row.location_uid),
  )
}

/**
 * Adds one job a location, which a worker gets `DEBOUNCE_MS` after the first change of a series: later changes leave
 * the time as it is, so a steady stream of them cannot starve planning. The queue retries nothing by itself: what is
 * still to do is what `plan_request` says, and the worker's scan for stale requests looks there.
 */
async function wakeWorkers(tx: Database, locationUids: string[]): Promise<void> {
  if (locationUids.length === 0) return
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${PLAN_TASK}, json_build_object('locationUid', uid), run_at := clock_timestamp() + ${DEBOUNCE_MS} * interval '1 ms',
      max_attempts := 1, job_key := 'plan:' || uid, job_key_mode := 'preserve_run_at')
    from location where uid in ${locationUids} order by uid`)
}
