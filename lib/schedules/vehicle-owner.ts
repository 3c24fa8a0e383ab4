import { sql } from 'drizzle-orm'
import { canSeeLocation, canSeeVehicle, type Principal } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { Refusal } from '@/lib/errors'
import type { ScheduleLocation } from '@/lib/schedules/resolve-entries'
import { holdTimeZones } from '@/lib/schedules/zone-locks'

/** A vehicle whose schedules are read or written, and the locations that matter to it and that the caller may see. */
export type VehicleOwner = {
  key: number
  id: string
  locations: Map<string, ScheduleLocation>
  /** The location that an entry means which names none; null when the caller does not see the vehicle at exactly one. */
  onlyLocationUid: string | null
}

type Options = { lock?: 'wait' | 'nowait'; locationUids?: readonly string[] }

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
  options: Options = {},
): Promise<VehicleOwner> {
  const owner = (await listVehicleOwners(db, who, [vehicleId], options)).get(vehicleId)
  if (!owner) throw unknownVehicle(vehicleId)
  return owner
}

export function unknownVehicle(vehicleId: string): Refusal {
  return new Refusal('notFound', `There is no vehicle with the id ${vehicleId}.`)
}

/**
 * As {@link getVehicleOwner}, for many vehicles in as many statements as for one. Locks are taken in one order, time zones
 * before vehicles, so that no two transactions that lock several wait for each other; `nowait` fails where another transaction has one.
 * @returns the vehicles that the caller may see, by id
 */
export async function listVehicleOwners(
  db: Database,
  who: Principal,
  vehicleIds: readonly string[],
  { lock, locationUids = [] }: Options = {},
): Promise<Map<string, VehicleOwner>> {
  if (lock) await holdTimeZones(db, vehicleIds, locationUids)
  const vehicles = await db.execute<{ key: number; id: string }>(sql`
    select key::float8 as key, id from vehicle
    where id in (select value from jsonb_array_elements_text(${JSON.stringify(vehicleIds)}::text::jsonb))
      and deleted_at is null
    order by key ${lock ? sql.raw(`for no key update ${lock === 'nowait' ? 'nowait' : ''}`) : sql.empty()}`)
  if (vehicles.length === 0) return new Map()
  const own = await ownLocations(
    db,
    vehicles.map(({ key }) => key),
  )
  const known = await locationsByUid(db, [...[...own.values()].flat(), ...locationUids])
  const owners = vehicles.flatMap(({ key, id }) => {
    const uids = own.get(key) ?? []
    if (!canSeeVehicle(who, uids)) return []
    const seen = uids.filter((uid) => canSeeLocation(who, uid))
    const named = [...new Set([...seen, ...locationUids.filter((uid) => canSeeLocation(who, uid))])]
    const locations = new Map(
      named.map((uid) => known.get(uid)).flatMap((found) => (found ? [[found.uid, found]] : [])),
    )
    return [{ key, id, locations, onlyLocationUid: seen.length === 1 ? (seen[0] ?? null) : null }]
  })
  return new Map(owners.map((owner) => [owner.id, owner]))
}

/** The locations of these ids besides the `known` ones: those of stored schedules need not be the vehicle's any more. */
export async function withLocations(
  db: Database,
  known: ReadonlyMap<string, ScheduleLocation>,
  uids: readonly string[],
): Promise<ReadonlyMap<string, ScheduleLocation>> {
  const missing = uids.filter((uid) => !known.has(uid))
  return missing.length === 0 ? known : new Map([...known, ...(await locationsByUid(db, missing))])
}

async function ownLocations(db: Database, vehicleKeys: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await db.execute<{ key: number; uids: string[] }>(sql`
    select vehicle_key::float8 as key, json_agg(location_uid order by location_uid) as uids
    from vehicle_location where vehicle_key in ${vehicleKeys} group by vehicle_key`)
  return new Map(rows.map(({ key, uids }) => [key, uids]))
}

async function locationsByUid(db: Database, uids: readonly string[]): Promise<Map<string, ScheduleLocation>> {
  const rows = await db.execute<{ uid: string; time_zone: string; target_soc: number }>(sql`
    select uid, time_zone, target_soc from location
    where uid in (select value from jsonb_array_elements_text(${JSON.stringify([...new Set(uids)])}::text::jsonb))`)
  return new Map(
    rows.map(({ uid, time_zone, target_soc }) => [uid, { uid, timeZone: time_zone, targetSoc: target_soc }]),
  )
}
