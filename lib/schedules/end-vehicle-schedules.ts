import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/**
 * Ends what a vehicle that is being deleted still had to come: future stays go, one that has begun to charge is closed
 * at `now`, and rules end with what they had until now. What ended stays in the location's range.
 */
export async function endVehicleSchedules(tx: Database, vehicleKey: number, now: number): Promise<void> {
  const at = new Date(now).toISOString()
  await tx.execute(sql`
    update stay set departure = ${at}, updated_at = ${at}
    where vehicle_key = ${vehicleKey} and departure > ${at} and arrival < ${at} and charging_started_at is not null`)
  await tx.execute(sql`delete from stay where vehicle_key = ${vehicleKey} and departure > ${at}`)
  await tx.execute(sql`
    update rule_version set valid_to = ${at}
    where valid_to is null and rule_key in (select key from rule where vehicle_key = ${vehicleKey})`)
  await tx.execute(sql`update rule set ended_at = ${at} where vehicle_key = ${vehicleKey} and ended_at is null`)
}
