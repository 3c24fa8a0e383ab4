import { sql } from 'drizzle-orm'
import type { Trigger } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'

/**
 * Asks for a location to be planned again, in the transaction of the change that makes it necessary: with its commit
 * the request is there, with its rollback it never was; the workers are woken after the commit (db/wake-planners.ts). A
 * request that is already waiting takes over the newer cause.
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
  await tx.execute(sql`
    insert into plan_request as request (location_uid, requested_at, waiting_since, revision, trigger, trigger_description)
    select uid, clock_timestamp(), clock_timestamp(), 1, ${trigger}, ${description}
    from location where uid in ${uids} order by uid
    on conflict (location_uid) do update set
      requested_at = excluded.requested_at,
      revision = request.revision + 1,
      trigger = excluded.trigger,
      trigger_description = excluded.trigger_description`)
}
