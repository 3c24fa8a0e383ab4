import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { listConnections } from '@/lib/charging/list-connections'
import type { Principal } from '@/lib/context'
import type { PlanOverrides } from '@/lib/contract/plan-overrides'
import type { Database } from '@/lib/db/client'
import { chargingStation } from '@/lib/db/schema/station'
import { vehicle } from '@/lib/db/schema/vehicle'
import type { Surroundings } from '@/lib/planning/what-if/apply-overrides'
import type { KeyedVehicle } from '@/lib/planning/what-if/schedule-changes'
import type { StationPowers } from '@/lib/planning/what-if/station-changes'
import { listVehicleOwners } from '@/lib/schedules/vehicle-owner'
import { vehicleColumns } from '@/lib/stays/vehicle-columns'

type Asked = { locationUid: string; overrides: PlanOverrides; now: number }

/** Reads what overrides speak of besides the depot; nothing where they speak of nothing else. */
export async function loadSurroundings(
  tx: Database,
  who: Principal,
  { locationUid, overrides, now }: Asked,
): Promise<Surroundings> {
  const named = [...(overrides.newSchedules ?? []), ...(overrides.vehicles ?? [])].map(({ vehicleId }) => vehicleId)
  const speaksOfChargers = [overrides.chargersOut, overrides.stations].some((list) => (list?.length ?? 0) > 0)
  return {
    vehicles: named.length > 0 ? await listVehicles(tx, who, named) : new Map(),
    connections: speaksOfChargers ? await listConnections(tx, locationUid, now) : [],
    stations: speaksOfChargers ? await listStations(tx, locationUid) : new Map(),
  }
}

async function listVehicles(
  tx: Database,
  who: Principal,
  vehicleIds: readonly string[],
): Promise<Map<string, KeyedVehicle>> {
  const visible = [...(await listVehicleOwners(tx, who, vehicleIds)).values()].map(({ key }) => key)
  const rows = await tx
    .select({ vehicleKey: vehicle.key, vehicle: vehicleColumns })
    .from(vehicle)
    .where(and(visible.length > 0 ? inArray(vehicle.key, visible) : sql`false`, isNull(vehicle.deletedAt)))
  return new Map(rows.map((row) => [row.vehicle.id, row]))
}

async function listStations(tx: Database, locationUid: string): Promise<Map<string, StationPowers>> {
  const { id, maxPowerKw, evses } = chargingStation
  const rows = await tx
    .select({ id, maxPowerKw, evses })
    .from(chargingStation)
    .where(eq(chargingStation.locationUid, locationUid))
  return new Map(rows.map(({ id, ...powers }) => [id, powers]))
}
