import { sql } from 'drizzle-orm'
import { canSeeLocation, type Principal } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import type { VehicleAttributes } from '@/lib/vehicles/attributes'

/**
 * A caller who is narrowed to locations cannot see a vehicle's other ones, and so must not remove them: they stay,
 * after the ones that the caller named.
 */
export async function keepHiddenLocations(
  tx: Database,
  who: Principal,
  key: number,
  next: VehicleAttributes,
): Promise<VehicleAttributes> {
  if (who.locationUids === null) return next
  const rows = await tx.execute<{ uid: string }>(
    sql`select location_uid as uid from vehicle_location where vehicle_key = ${key} order by position`,
  )
  const hidden = rows.map((row) => row.uid).filter((uid) => !canSeeLocation(who, uid))
  return { ...next, locationUids: [...next.locationUids, ...hidden] }
}
