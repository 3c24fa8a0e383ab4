import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** Plans move on at least this often, so that they begin at now. */
const HORIZON_MOVES_MS = 4.5 * 60_000

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
