import { inArray } from 'drizzle-orm'
import type { Connection } from '@/lib/charging/connection'
import { listConnections } from '@/lib/charging/list-connections'
import type { Database } from '@/lib/db/client'
import { vehicle } from '@/lib/db/schema/vehicle'
import type { Unscheduled } from '@/lib/planning/unscheduled-loads'
import type { DepotStay } from '@/lib/stays/depot-stay'

/** Which vehicles are connected at a location, and which of them in none of its stays. */
export type Connected = { connections: Connection[]; unscheduled: Unscheduled[] }

/** Reads which vehicles are connected, and of those that no stay speaks of, what is known of the vehicle. */
export async function listConnected(
  tx: Database,
  locationUid: string,
  stays: readonly DepotStay[],
  now: number,
): Promise<Connected> {
  const connections = await listConnections(tx, locationUid, now)
  const without = withoutStay(connections, stays)
  const keys = without.flatMap(({ vehicleKey }) => vehicleKey ?? [])
  const rows = keys.length === 0 ? [] : await tx.select(COLUMNS).from(vehicle).where(inArray(vehicle.key, keys))
  const known = new Map(rows.map(({ key, ...rest }) => [key, rest]))
  return {
    connections,
    unscheduled: without.map((connection) => ({ connection, vehicle: known.get(connection.vehicleKey ?? -1) ?? null })),
  }
}

/** The connections that no stay speaks of. */
export function withoutStay(connections: readonly Connection[], stays: readonly DepotStay[]): Connection[] {
  const inStay = new Set(stays.filter(isConnected).map(({ vehicleKey }) => vehicleKey))
  return connections.filter(({ vehicleKey }) => vehicleKey === null || !inStay.has(vehicleKey))
}

const COLUMNS = {
  key: vehicle.key,
  batterySizeKwh: vehicle.fullChargeEnergyKwh,
  maxPowerKw: vehicle.maxChargePowerKw,
}

function isConnected({ measured }: DepotStay): boolean {
  return measured.connectedAt !== null && measured.disconnectedAt === null
}
