import { sql } from 'drizzle-orm'
import type { JudgedEvent } from '@/lib/charging/judged-event'
import type { Principal } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { DAY_MS } from '@/lib/time/interval'

/** A station of which nothing was heard for longer may have been moved. */
const KNOWN_MS = 31 * DAY_MS

/**
 * The same entries, with the location of their station where nothing else says it: of the events of this request, of the
 * registry or of who was connected there. Where the caller sees a station of that name at several locations, or at none, it
 * stays unknown: what happens there is then nobody's connection, least of all one at a location that the caller may not see.
 */
export async function placeStations<T extends object>(
  tx: Database,
  who: Principal,
  judged: readonly (JudgedEvent | T)[],
  now: number,
): Promise<(JudgedEvent | T)[]> {
  const unknown = judged.flatMap((one) => (isPlaceless(one) ? [one.event.stationId] : []))
  if (unknown.length === 0) return [...judged]
  const known = await locationsOf(tx, who, [...new Set(unknown)], now)
  for (const one of judged)
    if (isJudged(one) && one.locationUid !== null) add(known, one.event.stationId, one.locationUid)
  return judged.map((one) => {
    if (!isPlaceless(one)) return one
    const [uid, ...others] = known.get(one.event.stationId) ?? []
    return uid !== undefined && others.length === 0 ? { ...one, locationUid: uid } : one
  })
}

type Placeless = JudgedEvent & { event: { stationId: string } }

const isJudged = (one: object): one is JudgedEvent => 'event' in one
const isPlaceless = (one: object): one is Placeless =>
  isJudged(one) && one.locationUid === null && one.event.stationId != null

async function locationsOf(
  tx: Database,
  who: Principal,
  stations: readonly string[],
  now: number,
): Promise<Map<string, Set<string>>> {
  const ids = sql`${sql.param([...stations])}::text[]`
  const visible = who.locationUids && sql`and location_uid = any(${sql.param([...who.locationUids])}::text[])`
  const rows = await tx.execute<{ station: string; uid: string }>(sql`
    select id as station, location_uid as uid from charging_station where id = any(${ids}) ${visible ?? sql``}
    union
    select coalesce(station_id, ''), location_uid from charging_session
    where coalesce(station_id, '') = any(${ids}) and location_uid is not null
      and connected_at > ${new Date(now - KNOWN_MS).toISOString()}::timestamptz ${visible ?? sql``}`)
  const known = new Map<string, Set<string>>()
  for (const { station, uid } of rows) add(known, station, uid)
  return known
}

function add(known: Map<string, Set<string>>, station: string | null | undefined, uid: string): void {
  if (station == null) return
  const uids = known.get(station)
  if (uids) uids.add(uid)
  else known.set(station, new Set([uid]))
}
