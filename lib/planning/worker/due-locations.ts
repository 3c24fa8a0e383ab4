import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** The queue wakes a worker within a second; what lies longer was forgotten by a worker that died. */
const FORGOTTEN_AFTER_MS = 2_000

/** After the first failure in a row a run is tried again this much later, then twice as much, up to the longest. */
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 300_000

/** Plans move on at least this often, so that they begin at now. */
const HORIZON_MOVES_MS = 4.5 * 60_000

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

/**
 * Asks for a new plan of every location that has something to plan and was not planned for five minutes. A request
 * that is there already keeps its cause. @returns how many were asked for
 */
export async function requestHorizonMoves(db: Database): Promise<number> {
  const asked = await db.execute(sql`
    insert into plan_request (location_uid, requested_at, waiting_since, revision, trigger, trigger_description)
    select uid, clock_timestamp(), clock_timestamp(), 1, 'horizon-moved', 'Time has passed: the plan was brought forward to now.'
    from location
    where not exists (select 1 from plan_run where location_uid = uid
        and finished_at > clock_timestamp() - ${HORIZON_MOVES_MS}::float8 * interval '1 ms')
      and (exists (select 1 from stay where location_uid = uid and departure > clock_timestamp())
        or exists (select 1 from rule_version where location_uid = uid and valid_to is null))
    order by uid on conflict (location_uid) do nothing returning location_uid`)
  return asked.length
}
