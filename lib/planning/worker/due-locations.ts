import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** The queue wakes a worker within a second; what lies longer was forgotten by a worker that died. */
const FORGOTTEN_AFTER_MS = 2_000

/** After the first failure in a row a run is tried again this much later, then twice as much, up to the longest. */
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 300_000

const MOST_AT_ONCE = 50

/**
 * The locations whose request nobody has served in time, oldest first. One whose last runs have failed waits longer
 * with each failure, from the end of the last one on.
 */
export async function listForgottenLocations(db: Database): Promise<string[]> {
  const rows = await db.execute<{ location_uid: string }>(sql`
    select request.location_uid from plan_request request
    left join lateral (
      select count(*) as failures, max(finished_at) as failed_at from plan_run run
      where run.location_uid = request.location_uid and run.failure is not null and run.finished_at > coalesce(
        (select max(finished_at) from plan_run fine where fine.location_uid = run.location_uid and fine.failure is null),
        '-infinity')
    ) failed on true
    where request.waiting_since < clock_timestamp() - ${FORGOTTEN_AFTER_MS}::float8 * interval '1 ms'
      and (failed.failures = 0 or clock_timestamp() > failed.failed_at
        + least(${FIRST_RETRY_MS}::float8 * power(2, least(failed.failures, 20) - 1), ${LONGEST_RETRY_MS}) * interval '1 ms')
    order by request.waiting_since limit ${MOST_AT_ONCE}`)
  return rows.map((row) => row.location_uid)
}
