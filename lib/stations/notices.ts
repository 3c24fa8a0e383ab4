import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/**
 * The channels by which processes wake one another about stations. A notice says only where to look: rows are the truth,
 * and who listens looks at all of them after it was away.
 */
export const STATION_CHANNELS = {
  /** A station's connection has changed, or its registration has ended. Payload: the station's id. */
  connection: 'station_connection',
  /** There is a command for a station. Payload: the station's id. */
  command: 'station_command',
  /** There is a charging profile for a station. Payload: the station's id. */
  order: 'station_order',
} as const

/**
 * Wakes the processes that hold the connections of stations. Call it after the commit: a notification inside of a
 * transaction takes a lock of the whole database when that commits.
 */
export async function notifyStations(
  db: Database,
  channel: keyof typeof STATION_CHANNELS,
  stationIds: readonly string[],
): Promise<void> {
  if (stationIds.length === 0) return
  const ids = sql.param([...stationIds])
  await db.execute(sql`select pg_notify(${STATION_CHANNELS[channel]}, id) from unnest(${ids}::text[]) id`)
}

/** `notifyStations` of one. */
export async function notifyStation(
  db: Database,
  channel: keyof typeof STATION_CHANNELS,
  stationId: string,
): Promise<void> {
  await notifyStations(db, channel, [stationId])
}
