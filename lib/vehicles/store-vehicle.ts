import { eq, sql } from 'drizzle-orm'
import type { Principal } from '@/lib/context'
import { canSeeVehicle } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { chargingPort, vehicle, vehicleLocation } from '@/lib/db/schema'
import { impossible, Refusal } from '@/lib/errors'
import { impossibilities, type VehicleAttributes } from '@/lib/vehicles/attributes'
import { seenBy } from '@/lib/vehicles/stored-vehicle'

/**
 * Refuses attributes that cannot be stored.
 * @throws Refusal 422 (impossible together, unknown location), 409 (a MAC address of another vehicle)
 */
export async function checkStorable(
  tx: Database,
  who: Principal,
  key: number | null,
  next: VehicleAttributes,
): Promise<void> {
  const faults = impossibilities(next)
  const known = await knownLocations(tx, who, next.locationUids)
  for (const uid of next.locationUids)
    if (!known.has(uid)) faults.push({ path: 'locationUid', message: `names an unknown location (${uid})` })
  if (!canSeeVehicle(who, next.locationUids))
    faults.push({ path: 'locationUid', message: 'must name one of the locations that you are limited to' })
  if (faults.length > 0) throw impossible(faults)
  await refuseTakenAddresses(tx, who, key, next)
}

async function knownLocations(tx: Database, who: Principal, uids: string[]): Promise<Set<string>> {
  if (uids.length === 0) return new Set()
  const rows = await tx.execute<{ uid: string }>(
    sql`select uid from location where uid = any(${sql.param(uids)}::text[]) and ${seenBy(who, sql`uid`)}`,
  )
  return new Set(rows.map((row) => row.uid))
}

/** Names the vehicle that has the address already, unless the caller may not know of it. */
export async function refuseTakenAddresses(
  tx: Database,
  who: Principal,
  key: number | null,
  next: VehicleAttributes,
): Promise<void> {
  const addresses = next.chargingPorts.map((port) => port.macAddress)
  if (addresses.length === 0) return
  const rows = await tx.execute<{ mac: string; id: string; seen: boolean }>(sql`
    select p.mac_address as mac, v.id, ${who.locationUids === null ? sql`true` : sql`exists (select 1 from vehicle_location s where s.vehicle_key = v.key and ${seenBy(who, sql`s.location_uid`)})`} as seen
    from charging_port p join vehicle v on v.key = p.vehicle_key
    where p.mac_address = any(${sql.param(addresses)}::text[]) and v.key is distinct from ${key}
    order by p.mac_address limit 1`)
  const taken = rows[0]
  if (!taken) return
  const holder = taken.seen ? `the vehicle ${taken.id}` : 'another vehicle'
  throw new Refusal('conflict', `The MAC address ${taken.mac} belongs to ${holder}. Remove it there first.`)
}

/** The columns of `vehicle` for these attributes. */
export function columnsOf(next: VehicleAttributes, now: number) {
  return {
    updatedAt: new Date(now),
    name: next.name ?? null,
    evModel: next.evModel ?? null,
    licensePlate: next.licensePlate ?? null,
    notes: next.notes ?? null,
    vin: next.vin ?? null,
    fullChargeEnergyKwh: next.fullChargeEnergykWh ?? null,
    maxChargePowerKw: next.maxChargePowerkW ?? null,
    minChargePowerKw: next.minChargePowerkW,
    minPreconditioningPowerKw: next.minPreconditioningPowerkW ?? null,
    consumption: next.consumption ?? null,
    supportsPauseResume: next.supportsPauseResume,
    enableChargeScheduling: next.enableChargeScheduling,
    v2icpParameters: next.v2icpParameters ?? null,
    preconditioning: next.preconditioning ?? null,
  }
}

/** Writes the attributes of an existing row. Addresses go in order, so that parallel claims wait and do not deadlock. */
export async function storeAttributes(tx: Database, key: number, next: VehicleAttributes, now: number): Promise<void> {
  await tx.update(vehicle).set(columnsOf(next, now)).where(eq(vehicle.key, key))
  await storeParts(tx, key, next)
}

export async function storeParts(tx: Database, key: number, next: VehicleAttributes): Promise<void> {
  await tx.delete(vehicleLocation).where(eq(vehicleLocation.vehicleKey, key))
  if (next.locationUids.length > 0)
    await tx
      .insert(vehicleLocation)
      .values(next.locationUids.map((locationUid, position) => ({ vehicleKey: key, locationUid, position })))
  await tx.delete(chargingPort).where(eq(chargingPort.vehicleKey, key))
  const ports = next.chargingPorts.map((port, position) => ({ ...port, vehicleKey: key, position }))
  ports.sort((a, b) => (a.macAddress < b.macAddress ? -1 : 1))
  if (ports.length > 0) await tx.insert(chargingPort).values(ports)
}
