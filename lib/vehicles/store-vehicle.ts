import { eq, sql } from 'drizzle-orm'
import { followClaims } from '@/lib/charging/follow-claims'
import type { Principal } from '@/lib/context'
import { canSeeVehicle } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { chargingPort, vehicle, vehicleLocation, vehicleToken } from '@/lib/db/schema'
import { impossible, Refusal } from '@/lib/errors'
import { impossibilities, sameToken, type VehicleAttributes } from '@/lib/vehicles/attributes'
import { seenBy, vehicleSeenBy } from '@/lib/vehicles/stored-vehicle'

/**
 * Refuses attributes that cannot be stored.
 * @throws Refusal 422 (impossible together, unknown location), 409 (a MAC address or token of another vehicle)
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
  await refuseTaken(tx, who, key, next)
}

async function knownLocations(tx: Database, who: Principal, uids: string[]): Promise<Set<string>> {
  if (uids.length === 0) return new Set()
  const rows = await tx.execute<{ uid: string }>(
    sql`select uid from location where uid = any(${sql.param(uids)}::text[]) and ${seenBy(who, sql`uid`)}`,
  )
  return new Set(rows.map((row) => row.uid))
}

/**
 * Names the vehicle that has an address or a token already, unless the caller may not know of it.
 * @throws Refusal 409
 */
export async function refuseTaken(
  tx: Database,
  who: Principal,
  key: number | null,
  { chargingPorts, tokens = [] }: VehicleAttributes,
): Promise<void> {
  const addresses = chargingPorts.map(({ macAddress }) => macAddress)
  const address = await findTaken(tx, who, key, { what: 'The MAC address', among: addresses, where: PORTS })
  const taken =
    address ?? (await findTaken(tx, who, key, { what: 'The token', among: tokens.map(sameToken), where: TOKENS }))
  if (taken) throw new Refusal('conflict', taken)
}

const PORTS = { table: sql.raw('charging_port'), column: sql.raw('c.mac_address'), key: sql.raw('c.mac_address') }
const TOKENS = { table: sql.raw('vehicle_token'), column: sql.raw('c.token'), key: sql.raw('lower(c.token)') }

/** @returns a sentence that says whose the first of these is, null when none is another vehicle's */
async function findTaken(
  tx: Database,
  who: Principal,
  key: number | null,
  claim: { what: string; among: readonly string[]; where: typeof PORTS },
): Promise<string | null> {
  const { what, among, where } = claim
  if (among.length === 0) return null
  const rows = await tx.execute<{ value: string; id: string; seen: boolean }>(sql`
    select ${where.column} as value, v.id, ${vehicleSeenBy(who)} as seen
    from ${where.table} c join vehicle v on v.key = c.vehicle_key
    where ${where.key} in (select value from jsonb_array_elements_text(${JSON.stringify(among)}::text::jsonb))
      and v.key is distinct from ${key}
    order by ${where.column} limit 1`)
  const taken = rows[0]
  if (!taken) return null
  return taken.seen
    ? `${what} ${taken.value} belongs to the vehicle ${taken.id}. Remove it there first.`
    : `${what} ${taken.value} belongs to another vehicle. Remove it there first.`
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
    chargingCurve: next.chargingCurve ?? null,
  }
}

/**
 * Writes the attributes of an existing row. Addresses go in order, so that parallel claims wait and do not deadlock.
 * @returns as `storeParts` does
 */
export async function storeAttributes(
  tx: Database,
  key: number,
  next: VehicleAttributes,
  now: number,
): Promise<readonly string[]> {
  await tx.update(vehicle).set(columnsOf(next, now)).where(eq(vehicle.key, key))
  return storeParts(tx, key, next, now)
}

/**
 * Writes where a vehicle belongs and its charging ports; who is connected follows them.
 * @returns the locations that are to be planned for it: to be asked for last
 */
export async function storeParts(
  tx: Database,
  key: number,
  next: VehicleAttributes,
  now: number,
): Promise<readonly string[]> {
  await tx.delete(vehicleLocation).where(eq(vehicleLocation.vehicleKey, key))
  if (next.locationUids.length > 0)
    await tx
      .insert(vehicleLocation)
      .values(next.locationUids.map((locationUid, position) => ({ vehicleKey: key, locationUid, position })))
  const had = await tx
    .delete(chargingPort)
    .where(eq(chargingPort.vehicleKey, key))
    .returning({ mac: chargingPort.macAddress })
  const ports = next.chargingPorts.map((port, position) => ({ ...port, vehicleKey: key, position }))
  ports.sort((a, b) => (a.macAddress < b.macAddress ? -1 : 1))
  if (ports.length > 0) await tx.insert(chargingPort).values(ports)
  await tx.delete(vehicleToken).where(eq(vehicleToken.vehicleKey, key))
  const tokens = (next.tokens ?? []).map((token, position) => ({ token, vehicleKey: key, position }))
  tokens.sort((a, b) => (sameToken(a.token) < sameToken(b.token) ? -1 : 1))
  if (tokens.length > 0) await tx.insert(vehicleToken).values(tokens)
  const claims = { before: had.map(({ mac }) => mac), after: ports.map(({ macAddress }) => macAddress) }
  return followClaims(tx, key, claims, now)
}
