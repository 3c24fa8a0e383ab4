import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import type { Markers } from '@/lib/live/changes'

type Row = { uid: string } & Markers

/** Reads where these locations are, in one statement that looks at a few rows of each. */
export async function readMarkers(db: Database, locationUids: readonly string[]): Promise<Map<string, Markers>> {
  const rows = await db.execute<Row>(sql`
    select l.uid, l.xmin::text as settings, r.trigger, coalesce(r.xmin::text, '') as request,
      coalesce((select key::text from plan_run run where run.location_uid = l.uid order by finished_at desc limit 1), '') as run,
      coalesce((select key::text from charging_event e where e.location_uid = l.uid
        order by e.timestamp desc limit 1), '') as events,
      coalesce((select string_agg(a.xmin::text, ' ' order by a.key) from alarm a where a.location_uid = l.uid
        and a.cleared_at is null and a.raised_at is not null), '')
        || coalesce((select concat(' ', a.key, ' ', a.xmin) from alarm a where a.location_uid = l.uid
          and a.acknowledged_at is not null order by a.acknowledged_at desc limit 1), '') as alarms,
      coalesce((select concat(count(*), ' ', max(s.updated_at), ' ', max(t.last_seen), ' ', count(t.connection_id), ' ',
          max(c.updated_at))
        from charging_station s left join station_state t on t.station_id = s.id
        left join station_control c on c.station_id = s.id where s.location_uid = l.uid), '') as stations
    from location l left join plan_request r on r.location_uid = l.uid
    where l.uid = any(${sql.param([...locationUids])}::text[])`)
  return new Map(rows.map(({ uid, ...markers }) => [uid, markers]))
}
