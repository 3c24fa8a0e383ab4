import { sql } from 'drizzle-orm'
import { placeName } from '@/lib/contract/place-name'
import type { Database } from '@/lib/db/client'
import type { RegisteredEvse } from '@/lib/db/schema/station'
import { isOnlineSql } from '@/lib/stations/stored-station'

/** Where a vehicle can stand: an evse of a registered station, with what is heard of it now. */
export type Place = { name: string; online: boolean; status?: string }

type Row = {
  id: string
  name: string | null
  evses: RegisteredEvse[]
  online: boolean
  statuses: Record<string, string[]> | null
}

/**
 * The places of a location, found by station and evse as charging events name them.
 * @returns a function that names a place; one of a station that is not registered is called as its events call it
 */
export async function listPlaces(
  db: Database,
  locationUid: string,
  now: number,
): Promise<(stationId: string | null, evseId: string | null) => Place | null> {
  const rows = await db.execute<Row>(sql`
    select s.id, s.name, s.evses, ${isOnlineSql(now)} as online,
      (select jsonb_object_agg(e.key, jsonb_path_query_array(e.value, '$.connectors.*.status'))
        from jsonb_each(t.state -> 'evses') e) as statuses
    from charging_station s left join station_state t on t.station_id = s.id where s.location_uid = ${locationUid}`)
  const stations = new Map(rows.map((row) => [row.id, row]))
  return (stationId, evseId) => {
    if (stationId === null) return null
    const station = stations.get(stationId)
    return station ? registeredPlace(station, evseId) : { name: unregisteredName(stationId, evseId), online: true }
  }
}

function registeredPlace({ id, name, evses, online, statuses }: Row, evseId: string | null): Place {
  const numbers = new Set([...evses.map((evse) => evse.evseId), ...Object.keys(statuses ?? {}).map(Number)])
  const registered = evses.find((evse) => String(evse.evseId) === evseId)
  const said = statuses?.[evseId ?? ''] ?? []
  const status = said.find((each) => !/^available$/i.test(each)) ?? said[0]
  const evse = { evseId: evseId ?? '', parkingPlace: registered?.parkingPlace }
  return {
    name: placeName({ id, name: name ?? undefined, evses: [...numbers] }, evse),
    online,
    ...(status !== undefined && { status }),
  }
}

/** What people call an evse, or a station, that is not in the registry. */
export const unregisteredName = (stationId: string, evseId: string | null) =>
  evseId === null ? stationId : `${stationId} / ${evseId}`
