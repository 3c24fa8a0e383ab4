import { type SQL, sql } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import type { RegisteredEvse, ShownControl } from '@/lib/db/schema/station'
import { Refusal } from '@/lib/errors'
import { etagOf } from '@/lib/if-match'
import type { StationAttributes } from '@/lib/stations/station-attributes'
import { type StationState, stationStateOf } from '@/lib/stations/station-state'

/** A process that was not seen for so long is gone: it says that it is there every 10 seconds. */
export const INSTANCE_GONE_MS = 30_000

/** A station as it is stored: what the registry says, what it has said itself, and which vehicle is plugged in. */
export type StoredStation = {
  id: string
  attributes: StationAttributes
  passwordHash: string | null
  online: boolean
  protocol: string | null
  /** Epoch ms. */
  lastSeen: number | null
  state: StationState
  sessions: OpenSession[]
  /** How it is steered; null: it never was. */
  shown: ShownControl | null
}

/** A vehicle that is connected at one of the station's evses: where only a connector was named, that is the evse. */
export type OpenSession = {
  evseId: string | null
  vehicleId: string
  scheduleId: string | null
  transactionId: string | null
  powerKw: number | null
}

type Row = {
  id: string
  location_uid: string
  name: string | null
  max_power_kw: number | null
  safe_power_kw: number | null
  allow_restart: boolean
  allow_without_password: boolean
  evses: RegisteredEvse[]
  password_hash: string | null
  protocol: string | null
  online: boolean
  last_seen: number | null
  state: Record<string, unknown> | null
  sessions: OpenSession[] | null
  shown: ShownControl | null
}

/** The station of this id that the caller may see, or null. `lock` holds its row until the transaction ends. */
export async function findStation(
  { db, who, now }: Context,
  stationId: string,
  { lock }: { lock: boolean } = { lock: false },
): Promise<StoredStation | null> {
  const [found] = await selectStations(db, now, sql`s.id = ${stationId}`, lock)
  if (!found) return null
  const { locationUid } = found.attributes
  return who.locationUids === null || who.locationUids.includes(locationUid) ? found : null
}

/** The station of this id. @throws Refusal 404 */
export async function getStoredStation(context: Context, stationId: string): Promise<StoredStation> {
  const found = await findStation(context, stationId)
  if (!found) throw unknownStation(stationId)
  return found
}

/** The stations of a location by name, then id. */
export async function listStoredStations({ db, now }: Context, locationUid: string): Promise<StoredStation[]> {
  return selectStations(db, now, sql`s.location_uid = ${locationUid}`, false)
}

async function selectStations(db: Database, now: number, which: SQL, lock: boolean): Promise<StoredStation[]> {
  const at = sql`${new Date(now).toISOString()}::timestamptz`
  const rows = await db.execute<Row>(sql`
    select s.id, s.location_uid, s.name, s.max_power_kw, s.safe_power_kw, s.allow_restart, s.allow_without_password,
      s.evses, s.password_hash, t.protocol, t.state, k.shown, (extract(epoch from t.last_seen) * 1000)::float8 as last_seen,
      ${isOnlineSql(now)} as online,
      (select jsonb_agg(jsonb_build_object('evseId', coalesce(c.evse_id, c.connector_id), 'vehicleId', v.id, 'transactionId', c.transaction_id,
          'powerKw', c.power_kw, 'scheduleId', (
            select y.id from stay y where y.vehicle_key = c.vehicle_key and y.location_uid = s.location_uid
              and y.connected_at is not null and y.disconnected_at is null and y.departure > ${at} - interval '1 day'
            order by y.departure limit 1)) order by c.connected_at)
        from charging_session c join vehicle v on v.key = c.vehicle_key
        where c.location_uid = s.location_uid and c.station_id = s.id and c.disconnected_at is null) as sessions
    from charging_station s left join station_state t on t.station_id = s.id
    left join station_control k on k.station_id = s.id
    where ${which} order by coalesce(s.name, '') collate "C", s.id collate "C"
    ${lock ? sql`for no key update of s` : sql``}`)
  return rows.map(storedStation)
}

/** Whether a station (`t`: its `station_state`) is connected to a process that is there. */
export function isOnlineSql(now: number): SQL {
  const at = sql`${new Date(now).toISOString()}::timestamptz`
  return sql`coalesce(t.connection_id is not null and exists (select 1 from gateway_instance i where i.id = t.instance_id
    and i.seen_at > ${at} - ${INSTANCE_GONE_MS}::float8 * interval '1 ms'), false)`
}

function storedStation(row: Row): StoredStation {
  const { allow_restart: allowRestart, allow_without_password: allowWithoutPassword } = row
  return {
    id: row.id,
    attributes: {
      locationUid: row.location_uid,
      ...(row.name !== null && { name: row.name }),
      ...(row.max_power_kw !== null && { maxPowerkW: row.max_power_kw }),
      ...(row.safe_power_kw !== null && { safePowerkW: row.safe_power_kw }),
      allowRestart,
      allowWithoutPassword,
      evses: row.evses,
    },
    passwordHash: row.password_hash,
    online: row.online,
    protocol: row.protocol,
    lastSeen: row.last_seen,
    state: stationStateOf(row.state),
    sessions: row.sessions ?? [],
    shown: row.shown,
  }
}

/** The version of the writable attributes: what the station says of itself does not change it. */
export function stationEtag({ attributes }: StoredStation): string {
  return etagOf(attributes)
}

export function unknownStation(stationId: string): Refusal {
  return new Refusal('notFound', `There is no charging station with the id ${stationId}.`)
}
