import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'
import type { RegisteredEvse } from '@/lib/db/schema/station'
import { inTransaction } from '@/lib/db/transaction'
import { log } from '@/lib/log'
import { notifyStations } from '@/lib/stations/notices'
import { type StationState, stationStateOf } from '@/lib/stations/station-state'

/** One connection of a station at a process. `id` is the fence of everything that is written for it. */
export type ConnectionClaim = { id: string; instanceId: string; stationId: string; protocol: string }

const at = (now: number) => sql`${new Date(now).toISOString()}::timestamptz`

/** A station as its connection begins: what the registry says of it, and what its messages have told so far. */
export type Claimed = { locationUid: string; evses: readonly RegisteredEvse[]; state: StationState }

/**
 * Makes these the connections of their stations that count, in one statement; others, also at other processes, end.
 * @returns for each, in order, what its station is; null: it does not count, because the station is not registered any
 * more, or because a later one here is of the same station
 */
export async function claimConnections(
  db: Database,
  claims: readonly ConnectionClaim[],
  now: number,
): Promise<(Claimed | null)[]> {
  const last = new Map(claims.map((claim) => [claim.stationId, claim]))
  const rows = await db.execute<{
    id: string
    location_uid: string
    evses: RegisteredEvse[]
    state: Record<string, unknown>
    elsewhere: boolean
  }>(sql`
    with next as (
      select s.id as station_id, s.location_uid, s.evses, n.id, n."instanceId" as instance_id, n.protocol
      from jsonb_to_recordset(${rowsParameter([...last.values()])}) as n (id text, "instanceId" text, "stationId" text,
        protocol text) join charging_station s on s.id = n."stationId"),
    before as (select known.station_id, known.instance_id from station_state known join next using (station_id)
      where known.connection_id is not null),
    claimed as (
      insert into station_state as known (station_id, connection_id, instance_id, protocol, connected_at, last_seen, state)
      select station_id, id, instance_id, protocol, ${at(now)}, ${at(now)}, '{}' from next order by station_id collate "C"
      on conflict (station_id) do update set connection_id = excluded.connection_id, instance_id = excluded.instance_id,
        protocol = excluded.protocol, connected_at = excluded.connected_at, last_seen = excluded.last_seen
      returning station_id, state)
    select next.id, next.location_uid, next.evses, claimed.state, exists (select 1 from before
      where before.station_id = next.station_id and before.instance_id is distinct from next.instance_id) as elsewhere
    from next join claimed using (station_id)`)
  const claimed = new Map(rows.map((row) => [row.id, row]))
  const elsewhere = claims.filter(({ id }) => claimed.get(id)?.elsewhere).map(({ stationId }) => stationId)
  // They count by now, and the other processes look by themselves, too, only later.
  await notifyStations(db, 'connection', elsewhere).catch((err) => log.warn({ err }, 'replaced connections end later'))
  return claims.map(({ id }) => {
    const row = claimed.get(id)
    return row ? { locationUid: row.location_uid, evses: row.evses, state: stationStateOf(row.state) } : null
  })
}

/**
 * Says that connections have ended, unless others count by now.
 * @returns for each, in order, whether its station has none that counts
 */
export async function releaseConnections(db: Database, claims: readonly ConnectionClaim[]): Promise<boolean[]> {
  return inTransaction(db, async (tx) => {
    await holdStates(
      tx,
      claims.map(({ stationId }) => stationId),
    )
    const released = await tx.execute<{ station_id: string }>(sql`
      update station_state known set connection_id = null
      from jsonb_to_recordset(${rowsParameter(claims)}) as ended (id text, "stationId" text)
      where known.station_id = ended."stationId" and coalesce(known.connection_id, ended.id) = ended.id
      returning known.station_id`)
    const stations = new Set(released.map((row) => row.station_id))
    return claims.map(({ stationId }) => stations.has(stationId))
  })
}

/**
 * Holds what is stored of stations, in the order of their ids: of two that write the same ones, also at other processes,
 * one waits for the other and none deadlocks. An update by itself takes its rows in any order.
 */
export async function holdStates(tx: Database, stationIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    select 1 from station_state where station_id = any(${sql.param([...stationIds])}::text[])
    order by station_id collate "C" for no key update`)
}

/** A connection as a process holds it, and the location of which its station's messages are. */
export type HeldConnection = { connectionId: string; locationUid: string }

/** Of these connections, by station id, those that do not count any more: replaced, or their station was deleted or moved. */
export async function listReplaced(db: Database, held: ReadonlyMap<string, HeldConnection>): Promise<string[]> {
  const ids = [...held.keys()]
  if (ids.length === 0) return []
  const rows = await db.execute<{ station_id: string; connection_id: string | null; location_uid: string }>(sql`
    select t.station_id, t.connection_id, s.location_uid
    from station_state t join charging_station s on s.id = t.station_id
    where t.station_id = any(${sql.param(ids)}::text[])`)
  const current = new Map(rows.map((row) => [row.station_id, row]))
  return ids.filter((id) => {
    const row = current.get(id)
    return row?.connection_id !== held.get(id)?.connectionId || row?.location_uid !== held.get(id)?.locationUid
  })
}

/** Says that this process is there; those that have not been seen for a day are forgotten. */
export async function noteInstance(db: Database, instanceId: string, now: number): Promise<void> {
  await db.execute(sql`
    insert into gateway_instance (id, started_at, seen_at) values (${instanceId}, ${at(now)}, ${at(now)})
    on conflict (id) do update set seen_at = excluded.seen_at`)
  await db.execute(sql`delete from gateway_instance where seen_at < ${at(now)} - interval '1 day'`)
}

/** Says that this process has gone, and its connections with it. */
export async function removeInstance(db: Database, instanceId: string): Promise<void> {
  await db.execute(sql`delete from gateway_instance where id = ${instanceId}`)
}
