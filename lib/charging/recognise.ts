import { sql } from 'drizzle-orm'
import { canSeeLocation, type Principal } from '@/lib/context'
import type { ChargingEvent } from '@/lib/contract/charging-event'
import type { Database } from '@/lib/db/client'

export type KnownVehicle = { key: number; id: string; locationUids: string[] }

/** Which vehicles the events of a request are about, as far as the caller may know. */
export type Recognised = {
  vehicleOf: (event: ChargingEvent) => KnownVehicle | null
  isLocation: (uid: string) => boolean
}

type Row = { key: string; id: string; deleted: boolean; macs: string[]; uids: string[] }

/**
 * Finds the vehicles of these events by the MAC address of a charging port, else by id, else by what was given to them by
 * hand, and holds their rows until the transaction ends, in the order of their keys: calls for one vehicle go one after the other.
 * @param others.touched the keys of other vehicles of which something changes with the events: their rows are held too
 * @param others.given the keys of the vehicles that strangers were given to, by event
 */
export async function recognise(
  tx: Database,
  who: Principal,
  events: readonly ChargingEvent[],
  { touched, given }: { touched: readonly number[]; given: ReadonlyMap<ChargingEvent, number> },
): Promise<Recognised> {
  const others = [...touched, ...given.values()]
  const macs = [...new Set(events.flatMap(({ macAddress }) => macAddress ?? []))]
  const ids = [...new Set(events.flatMap(({ vehicleId }) => vehicleId ?? []))]
  const locations = await knownLocations(
    tx,
    events.flatMap(({ locationUid }) => locationUid ?? []).filter((uid) => canSeeLocation(who, uid)),
  )
  const rows = macs.length + ids.length + others.length === 0 ? [] : await holdVehicles(tx, macs, ids, others)
  const visible = rows.filter(({ uids }) => who.locationUids === null || uids.some((uid) => canSeeLocation(who, uid)))
  const vehicles = visible.map((row) => ({
    row,
    vehicle: { key: Number(row.key), id: row.id, locationUids: row.uids },
  }))
  const byMac = new Map(vehicles.flatMap(({ row, vehicle }) => row.macs.map((mac) => [mac, vehicle] as const)))
  const byKey = new Map(vehicles.map(({ vehicle }) => [vehicle.key, vehicle]))
  const byId = new Map(vehicles.filter(({ row }) => !row.deleted).map(({ vehicle }) => [vehicle.id, vehicle]))
  return {
    vehicleOf: (event) => {
      const { macAddress, vehicleId } = event
      const named = (macAddress ? byMac.get(macAddress) : undefined) ?? (vehicleId ? byId.get(vehicleId) : undefined)
      return named ?? byKey.get(given.get(event) ?? Number.NaN) ?? null
    },
    isLocation: (uid) => locations.has(uid),
  }
}

async function holdVehicles(tx: Database, macs: string[], ids: string[], others: readonly number[]): Promise<Row[]> {
  return tx.execute<Row>(sql`
    select v.key, v.id, v.deleted_at is not null as deleted,
      array(select p.mac_address from charging_port p where p.vehicle_key = v.key) as macs,
      array(select l.location_uid from vehicle_location l where l.vehicle_key = v.key order by l.position) as uids
    from vehicle v
    where v.key = any(${sql.param([...others])}::bigint[]) or v.deleted_at is null and (v.id = any(${sql.param(ids)}::text[])
      or v.key in (select p.vehicle_key from charging_port p where p.mac_address = any(${sql.param(macs)}::text[])))
    order by v.key for no key update of v`)
}

async function knownLocations(tx: Database, uids: string[]): Promise<Set<string>> {
  if (uids.length === 0) return new Set()
  const rows = await tx.execute<{ uid: string }>(
    sql`select uid from location where uid = any(${sql.param([...new Set(uids)])}::text[])`,
  )
  return new Set(rows.map(({ uid }) => uid))
}
