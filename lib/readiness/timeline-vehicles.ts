import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { DAY_MS, type Interval } from '@/lib/time/interval'

/** Whose stays are asked for; neither: everybody's. */
export type AskedVehicles = { vehicleId?: readonly string[]; guests?: boolean }

/** The keys of the vehicles that are asked for at a location, deleted ones too; undefined: of all. */
export async function askedVehicles(
  db: Database,
  locationUid: string,
  { vehicleId, guests }: AskedVehicles,
  range: Interval,
): Promise<number[] | undefined> {
  if (!vehicleId && !guests) return undefined
  const named = vehicleId?.length ? await listNamed(db, vehicleId) : []
  return guests ? [...new Set([...named, ...(await listGuests(db, locationUid, range))])] : named
}

async function listNamed(db: Database, vehicleIds: readonly string[]): Promise<number[]> {
  const rows = await db.execute<{ key: number }>(sql`select key::float8 as key from vehicle where id in ${vehicleIds}`)
  return rows.map(({ key }) => key)
}

/** The vehicles with stays here that are not registered here, or not any more. One that is late to leave counts for a day. */
async function listGuests(db: Database, locationUid: string, { from, to }: Interval): Promise<number[]> {
  const rows = await db.execute<{ key: number }>(sql`
    select v.key::float8 as key from vehicle v
    where (v.deleted_at is not null or not exists (
        select 1 from vehicle_location l where l.vehicle_key = v.key and l.location_uid = ${locationUid}))
      and v.key in (
        select vehicle_key from stay where location_uid = ${locationUid}
          and departure > ${new Date(from - DAY_MS).toISOString()} and arrival < ${new Date(to).toISOString()}
        union
        select r.vehicle_key from rule r join rule_version x on x.rule_key = r.key where x.location_uid = ${locationUid}
        union
        select r.vehicle_key from rule r join rule_exception x on x.rule_key = r.key
          where x.changes->>'locationUid' = ${locationUid})`)
  return rows.map(({ key }) => key)
}
