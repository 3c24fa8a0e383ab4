import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import { vehicleJson, vehicleSeenBy } from '@/lib/vehicles/stored-vehicle'

/**
 * The vehicles that the caller may see, by name, then id (code point order), as the JSON text of `VehicleList`.
 * @param locationUids keeps the vehicles that belong to one of these, as far as the caller may see them
 */
export async function listVehicles(
  { db, who }: Context,
  { locationUids }: { locationUids?: string[] },
): Promise<string> {
  const visible = locationUids?.filter((uid) => canSeeLocation(who, uid))
  const here = visible
    ? sql`exists (select 1 from vehicle_location f where f.vehicle_key = v.key and f.location_uid = any(${sql.param(visible)}::text[]))`
    : sql`true`
  const rows = await db.execute<{ vehicles: string }>(sql`
    select coalesce(json_agg(
      jsonb_build_object('vehicle', listed.vehicle)
        || case when listed.vehicle ? 'v2icp' then jsonb_build_object('v2icp', listed.vehicle -> 'v2icp') else '{}' end
      order by coalesce(listed.name, '') collate "C", listed.id collate "C"), '[]')::text as vehicles
    from (
      select v.id, v.name, ${vehicleJson(who)} as vehicle from vehicle v
      where v.deleted_at is null and ${vehicleSeenBy(who)} and ${here}
      -- A fence: without it the server puts the expression of the JSON in each place that names it, and computes it again.
      offset 0) listed`)
  return `{"vehicles":${rows[0]?.vehicles ?? '[]'}}`
}
