import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { notifyStation } from '@/lib/stations/notices'
import { type StationState, stationStateOf } from '@/lib/stations/station-state'

/** One connection of a station at a process. `id` is the fence of everything that is written for it. */
export type ConnectionClaim = { id: string; instanceId: string; stationId: string; protocol: string }

const at = (now: number) => sql`${new Date(now).toISOString()}::timestamptz`

/**
 * Makes this the connection of its station that counts; another one, also at another process, ends.
 * @returns what the station's messages have told so far; null when the station is not registered any more
 */
export async function claimConnection(
  db: Database,
  { id, instanceId, stationId, protocol }: ConnectionClaim,
  now: number,
): Promise<StationState | null> {
  const rows = await db.execute<{ state: Record<string, unknown>; elsewhere: boolean }>(sql`
    with before as (select instance_id from station_state where station_id = ${stationId} and connection_id is not null)
    insert into station_state as known (station_id, connection_id, instance_id, protocol, connected_at, last_seen, state)
    select s.id, ${id}, ${instanceId}, ${protocol}, ${at(now)}, ${at(now)}, '{}' from charging_station s
    where s.id = ${stationId}
    on conflict (station_id) do update set connection_id = excluded.connection_id, instance_id = excluded.instance_id,
      protocol = excluded.protocol, connected_at = excluded.connected_at, last_seen = excluded.last_seen
    returning state, exists (select 1 from before where instance_id is distinct from ${instanceId}) as elsewhere`)
  const [row] = rows
  if (!row) return null
  if (row.elsewhere) await notifyStation(db, 'connection', stationId)
  return stationStateOf(row.state)
}

/** Says that a connection has ended, unless another one counts by now. */
export async function releaseConnection(db: Database, { id, stationId }: ConnectionClaim): Promise<void> {
  await db.execute(sql`
    update station_state set connection_id = null where station_id = ${stationId} and connection_id = ${id}`)
}

/** Of these connections, by station id, those that do not count any more: replaced, or their station was deleted. */
export async function listReplaced(db: Database, held: ReadonlyMap<string, string>): Promise<string[]> {
  const ids = [...held.keys()]
  if (ids.length === 0) return []
  const rows = await db.execute<{ station_id: string; connection_id: string | null }>(
    sql`select station_id, connection_id from station_state where station_id = any(${sql.param(ids)}::text[])`,
  )
  const current = new Map(rows.map((row) => [row.station_id, row.connection_id]))
  return ids.filter((id) => current.get(id) !== held.get(id))
}

/** Says that this process is there; those that have not been seen for a day are forgotten. */
export async function noteInstance(db: Database, instanceId: string, now: number): Promise<void> {
  await db.execute(sql`
    insert into gateway_instance (id, seen_at) values (${instanceId}, ${at(now)})
    on conflict (id) do update set seen_at = excluded.seen_at`)
  await db.execute(sql`delete from gateway_instance where seen_at < ${at(now)} - interval '1 day'`)
}

/** Says that this process has gone, and its connections with it. */
export async function removeInstance(db: Database, instanceId: string): Promise<void> {
  await db.execute(sql`delete from gateway_instance where id = ${instanceId}`)
}
