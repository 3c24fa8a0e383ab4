import { sql } from 'drizzle-orm'
import { EVENTS_FRESH_MS } from '@/lib/charging/last-event-at'
import type { Database } from '@/lib/db/client'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { isOnlineSql } from '@/lib/stations/stored-station'

/** So long after a plan that a charger comes or goes asks for no other: one that comes and goes all the time costs little. */
const HOLD_OFF_MS = 20_000

/**
 * Asks for new plans where a charger with a vehicle went offline or came back: where the vehicles at offline chargers are
 * others than those that the last plan has counted there (as `held.ts` counts them). The row of that plan is all that is
 * remembered, so that nothing is asked twice, and no process need have seen it happen. A location that is planned by its
 * timetable, because its chargers say nothing, counts none (`load-depot.ts`), and is not asked for.
 * @returns the locations that were asked for
 */
export async function requestOfflineMoves(db: Database, now: number): Promise<string[]> {
  const freshSince = new Date(now - EVENTS_FRESH_MS).toISOString()
  const rows = await db.execute<{ uid: string }>(sql`
    with offline as (
      select c.location_uid as uid, array_agg(v.id::text) as vehicles
      from charging_session c join vehicle v on v.key = c.vehicle_key
      join charging_station s on s.id = c.station_id and s.location_uid = c.location_uid
      join station_state t on t.station_id = s.id left join station_control k on k.station_id = s.id
      where c.disconnected_at is null and t.last_seen is not null and not ${isOnlineSql(now)}
        and k.shown ->> 'steerable' is distinct from 'none'
      group by c.location_uid)
    select l.uid from location l
    cross join lateral (select r.finished_at, r.offline from plan_run r where r.location_uid = l.uid and r.failure is null
      order by r.finished_at desc, r.key desc limit 1) last
    left join offline o on o.uid = l.uid
    where l.control_chargers and last.finished_at <= ${new Date(now - HOLD_OFF_MS).toISOString()}::timestamptz
      and exists (select 1 from charging_event e where e.location_uid = l.uid and e.timestamp > ${freshSince}::timestamptz)
      and not (last.offline @> coalesce(o.vehicles, '{}') and last.offline <@ coalesce(o.vehicles, '{}'))
      and not exists (select 1 from plan_request asked where asked.location_uid = l.uid)
    order by l.uid`)
  const uids = rows.map(({ uid }) => uid)
  await requestPlans(db, uids, 'settings-changed', 'A charger with a vehicle went offline or came back.')
  return uids
}
