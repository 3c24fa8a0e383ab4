import { inArray, sql } from 'drizzle-orm'
import type { Connection } from '@/lib/charging/connection'
import { listConnections } from '@/lib/charging/list-connections'
import type { Database } from '@/lib/db/client'
import { vehicle } from '@/lib/db/schema/vehicle'
import type { FixedLoad } from '@/lib/planner/problem'
import type { LocationRow } from '@/lib/planning/depot'
import { type Unscheduled, unscheduledLoads } from '@/lib/planning/unscheduled-loads'
import { isOnlineSql } from '@/lib/stations/stored-station'

/** Which vehicles are connected at a location, which of them in none of its stays, and what those will draw from now on. */
export type Connected = { connections: Connection[]; unscheduled: Unscheduled[]; loads: FixedLoad[] }

/** Reads which vehicles are connected, and of those that no stay speaks of, what is known of the vehicle and its charger. */
export async function listConnected(
  tx: Database,
  row: Pick<LocationRow, 'uid' | 'assumedArrivalSoc' | 'controlChargers'>,
  now: number,
): Promise<Connected> {
  const connections = await listConnections(tx, row.uid, now)
  const keys = connections.flatMap(({ vehicleKey }) => vehicleKey ?? [])
  const inStay = await listInStay(tx, row.uid, keys)
  const without = connections.filter(({ vehicleKey }) => vehicleKey === null || !inStay.has(vehicleKey))
  const known = await listVehicles(tx, without)
  const safeKw =
    without.length > 0 && row.controlChargers ? await listSafePowers(tx, row.uid, now) : new Map<string, number>()
  const unscheduled = without.map(
    (connection): Unscheduled => ({
      connection,
      vehicle: known.get(connection.vehicleKey ?? -1) ?? null,
      safeKw: safeKw.get(connection.stationId ?? '') ?? null,
    }),
  )
  return { connections, unscheduled, loads: unscheduledLoads(unscheduled, now, row.assumedArrivalSoc) }
}

/** Those of these vehicles that are connected in a stay of the location. */
async function listInStay(tx: Database, locationUid: string, keys: readonly number[]): Promise<Set<number>> {
  if (keys.length === 0) return new Set()
  const rows = await tx.execute<{ vehicle_key: string }>(sql`
    select distinct vehicle_key from stay where vehicle_key = any(${sql.param([...keys])}::bigint[])
      and location_uid = ${locationUid} and connected_at is not null and disconnected_at is null`)
  return new Set(rows.map(({ vehicle_key }) => Number(vehicle_key)))
}

async function listVehicles(tx: Database, connections: readonly Connection[]) {
  const keys = connections.flatMap(({ vehicleKey }) => vehicleKey ?? [])
  const rows = keys.length === 0 ? [] : await tx.select(COLUMNS).from(vehicle).where(inArray(vehicle.key, keys))
  return new Map(rows.map(({ key, ...rest }) => [key, rest]))
}

const COLUMNS = {
  key: vehicle.key,
  batterySizeKwh: vehicle.fullChargeEnergyKwh,
  maxPowerKw: vehicle.maxChargePowerKw,
}

/** What an evse may draw safely at the stations that follow us now, kW by station. */
async function listSafePowers(tx: Database, locationUid: string, now: number): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; safe_kw: number }>(sql`
    select s.id, (c.shown ->> 'safeKw')::float8 as safe_kw
    from charging_station s join station_control c on c.station_id = s.id join station_state t on t.station_id = s.id
    where s.location_uid = ${locationUid} and ${isOnlineSql(now)} and c.shown ->> 'safeKw' is not null`)
  return new Map(rows.map(({ id, safe_kw }) => [id, safe_kw]))
}
