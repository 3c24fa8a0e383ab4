import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { requestPlans } from '@/lib/plan-request/request-plan'

/** Where this vehicle is expected from now on, by its stays and its rules. */
export async function expectedAt(tx: Database, vehicleKey: number, now: number): Promise<string[]> {
  const since = new Date(now).toISOString()
  const rows = await tx.execute<{ uid: string }>(sql`
    select location_uid as uid from stay where vehicle_key = ${vehicleKey} and departure > ${since}
    union select v.location_uid from rule_version v join rule r on r.key = v.rule_key
      where r.vehicle_key = ${vehicleKey} and r.ended_at is null and v.valid_to is null`)
  return rows.map((row) => row.uid)
}

/**
 * Asks for a new plan wherever this vehicle is expected, because its attributes have changed. Last in a transaction.
 * @param vehicle.moved where its stays have changed with its addresses, too
 */
export async function requestVehiclePlans(
  tx: Database,
  vehicle: { key: number; id: string; moved: readonly string[] },
  now: number,
): Promise<void> {
  const uids = await expectedAt(tx, vehicle.key, now)
  await requestPlans(tx, [...uids, ...vehicle.moved], 'vehicle-changed', `The data of vehicle ${vehicle.id} changed.`)
}
