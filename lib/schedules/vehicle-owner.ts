import { sql } from 'drizzle-orm'
import { canSeeLocation, canSeeVehicle, type Principal } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { Refusal } from '@/lib/errors'
import type { ScheduleLocation } from '@/lib/schedules/resolve-entries'

/** A vehicle whose schedules are read or written, and the locations that matter to it and that the caller may see. */
export type VehicleOwner = {
  key: number
  id: string
  locations: Map<string, ScheduleLocation>
  /** The location that an entry means which names none; null when the vehicle does not belong to exactly one. */
  onlyLocationUid: string | null
}

type Options = { lock?: boolean; locationUids?: readonly string[] }

/**
 * The vehicle of this id. With `lock`, other calls for it wait until this transaction ends: calls for one vehicle are
 * one after the other, from any number of instances.
 * @param options.locationUids locations besides the vehicle's own that the request speaks of
 * @throws Refusal 404 when there is none that the caller may see
 */
export async function getVehicleOwner(
  db: Database,
  who: Principal,
  vehicleId: string,
  { lock, locationUids = [] }: Options = {},
): Promise<VehicleOwner> {
  const [vehicle] = await db.execute<{ key: number }>(sql`
    select key::float8 as key from vehicle where id = ${vehicleId} and deleted_at is null
    ${lock ? sql.raw('for no key update') : sql.empty()}`)
  const rows = vehicle ? await locationRows(db, vehicle.key, locationUids) : []
  const own = rows.filter((row) => row.own).map(({ uid }) => uid)
  if (!vehicle || !canSeeVehicle(who, own))
    throw new Refusal('notFound', `There is no vehicle with the id ${vehicleId}.`)
  const locations = new Map(rows.filter(({ uid }) => canSeeLocation(who, uid)).map((row) => [row.uid, toLocation(row)]))
  return { key: vehicle.key, id: vehicleId, locations, onlyLocationUid: own.length === 1 ? (own[0] ?? null) : null }
}

/** The locations of these ids besides the `known` ones: those of stored schedules need not be the vehicle's any more. */
export async function withLocations(
  db: Database,
  known: ReadonlyMap<string, ScheduleLocation>,
  uids: readonly string[],
): Promise<ReadonlyMap<string, ScheduleLocation>> {
  const missing = uids.filter((uid) => !known.has(uid))
  if (missing.length === 0) return known
  const rows = await db.execute<Omit<LocationRow, 'own'>>(sql`
    select uid, time_zone, target_soc from location
    where uid in (select value from jsonb_array_elements_text(${JSON.stringify(missing)}::text::jsonb))`)
  return new Map([...known, ...rows.map((row) => [row.uid, toLocation(row)] as const)])
}

type LocationRow = { uid: string; time_zone: string; target_soc: number; own: boolean }

function toLocation({ uid, time_zone, target_soc }: Omit<LocationRow, 'own'>): ScheduleLocation {
  return { uid, timeZone: time_zone, targetSoc: target_soc }
}

function locationRows(db: Database, vehicleKey: number, named: readonly string[]): Promise<LocationRow[]> {
  const uids = JSON.stringify([...new Set(named)])
  return db.execute<LocationRow>(sql`
    select l.uid, l.time_zone, l.target_soc, v.vehicle_key is not null as own
    from location l left join vehicle_location v on v.location_uid = l.uid and v.vehicle_key = ${vehicleKey}
    where v.vehicle_key is not null or l.uid in (select value from jsonb_array_elements_text(${uids}::text::jsonb))`)
}
