import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { INSTANCE_GONE_MS, isOnlineSql } from '@/lib/stations/stored-station'
import { MINUTE_MS } from '@/lib/time/interval'

/** Stations are given so long to connect; one that is not there by then is offline. */
const CONNECTS_MS = 2 * MINUTE_MS

/** So long after its connection a station has said who is plugged in at it. */
const SAYS_MS = 15_000

const at = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`
const epochMs = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::float8`

/** How many of a location's stations are connected. */
export type ConnectingStations = { connected: number; stations: number }

type Row = { stations: number; connected: number; settled: number; begun_at: number; started_at: number | null }

/**
 * Whether a location's charging stations are only just connecting, and how far they are: after its first station was registered,
 * after the gateway has started, after the first of them is back when all were away. Until they are all there, or are late,
 * that they have said nothing of a vehicle tells nothing. null: that is over, or there is nothing to connect, or nothing to connect to.
 */
export async function connectingStations(
  db: Database,
  locationUid: string,
  now: number,
): Promise<ConnectingStations | null> {
  const [found] = await db.execute<Row>(sql`
    select count(*)::int as stations, count(*) filter (where online)::int as connected,
      count(*) filter (where online and connected_at <= ${at(now - SAYS_MS)})::int as settled,
      ${epochMs(sql`greatest(min(created_at), min(connected_at) filter (where online))`)} as begun_at,
      (select ${epochMs(sql`min(started_at)`)} from gateway_instance
        where seen_at > ${at(now - INSTANCE_GONE_MS)}) as started_at
    from (select s.created_at, t.connected_at, ${isOnlineSql(now)} as online
      from charging_station s left join station_state t on t.station_id = s.id where s.location_uid = ${locationUid}) each`)
  if (!found || found.stations === 0 || found.started_at === null) return null
  const { stations, connected, settled } = found
  const begunAt = Math.max(found.begun_at, found.started_at)
  const areAwaited = now >= begunAt && now < begunAt + CONNECTS_MS && settled < stations
  return areAwaited ? { connected, stations } : null
}
