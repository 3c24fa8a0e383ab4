import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { DEBOUNCE_MS } from '@/lib/db/wake-planners'
import { expectedMsOf } from '@/lib/planning/plan-runs'
import { byUrgency } from '@/lib/planning/worker/turns'

/** After the first failure in a row a run is tried again this much later, then twice as much, up to the longest. */
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 300_000

/** A location that is to be planned: since when it waits (epoch ms), and how long its run is expected to take (ms). */
export type DueLocation = { locationUid: string; since: number; expectedMs: number }

/**
 * The locations that wait to be planned and that nobody is at, in the order in which they are to be planned: small and
 * late ones first (turns.ts). One whose last runs have failed waits longer with each failure, from the end of the last
 * one on.
 */
export async function listDueLocations(db: Database): Promise<DueLocation[]> {
  const rows = await db.execute<{ location_uid: string; since: number; expected: number }>(sql`
    select request.location_uid, extract(epoch from request.waiting_since)::float8 * 1000 as since,
      ${expectedMsOf(sql`request.location_uid`)} as expected
    from plan_request request
    left join lateral (
      select count(*) as failures, max(finished_at) as failed_at from plan_run run
      where run.location_uid = request.location_uid and run.failure is not null and run.finished_at > coalesce(
        (select max(finished_at) from plan_run fine where fine.location_uid = run.location_uid and fine.failure is null),
        '-infinity')
    ) failed on true
    where request.waiting_since <= clock_timestamp() - ${DEBOUNCE_MS}::float8 * interval '1 ms'
      and not exists (select 1 from plan_lease lease
        where lease.location_uid = request.location_uid and lease.until > clock_timestamp())
      and (failed.failures = 0 or clock_timestamp() > failed.failed_at
        + least(${FIRST_RETRY_MS}::float8 * power(2, least(failed.failures, 20) - 1), ${LONGEST_RETRY_MS}) * interval '1 ms')
    order by request.location_uid`)
  const due = rows.map(({ location_uid, since, expected }) => ({
    locationUid: location_uid,
    since,
    expectedMs: expected,
  }))
  return due.sort(byUrgency)
}
