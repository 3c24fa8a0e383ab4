import { sql } from 'drizzle-orm'
import { VALUES_REMOVED_BEFORE } from '@/lib/charging/raw-since'
import type { Database } from '@/lib/db/client'
import { DAY_MS } from '@/lib/time/interval'

/** A batch small enough that nobody waits for its locks. */
const MOST_AT_ONCE = 20_000

/**
 * Removes raw meter values and metered means that are past their time. A session, and a stay, keeps its raw values
 * until it is over, because what is derived from them is derived anew with each event.
 * @returns how many rows went; call again while there are any
 */
export async function removeOldReadings(
  db: Database,
  { valuesDays, meansDays, now }: { valuesDays: number; meansDays: number; now: number },
): Promise<number> {
  const before = (days: number) => sql`${new Date(now).toISOString()}::timestamptz - ${days}::int * interval '1 day'`
  await db.execute(sql`
    insert into app_state as known (key, value) values (${VALUES_REMOVED_BEFORE}, to_jsonb(${now - valuesDays * DAY_MS}::float8))
    on conflict (key) do update set value = excluded.value where known.value < excluded.value`)
  const values = await db.execute(sql`
    delete from charging_event where key in (
      select e.key from charging_event e
      where e.type = 'meter' and e.timestamp < ${before(valuesDays)}
        and not exists (select 1 from charging_session c where c.vehicle_key = e.vehicle_key
          and c.connected_at <= e.timestamp and coalesce(c.disconnected_at, 'infinity') >= ${before(valuesDays)})
        and not exists (select 1 from stay s where s.vehicle_key = e.vehicle_key
          and s.arrival - interval '4 hours' <= e.timestamp and s.departure >= ${before(valuesDays)})
      order by e.timestamp limit ${MOST_AT_ONCE})`)
  const means = await db.execute(sql`
    delete from metered_interval where (vehicle_key, from_at) in (
      select vehicle_key, from_at from metered_interval where to_at < ${before(meansDays)} limit ${MOST_AT_ONCE})`)
  return values.count + means.count
}
