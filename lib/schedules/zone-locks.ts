import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** Names our advisory locks of time zones among others. */
const LOCK_CLASS = 0x7a_6f_6e

/**
 * Holds the time zones of all places that schedules of these vehicles may be put at, before the vehicles are: who changes
 * the zone of one takes along what is stored, and could not see what is being stored. Any number of writers hold a zone.
 * @param named locations besides those of the vehicles and their rules
 */
export async function holdTimeZones(
  tx: Database,
  vehicleIds: readonly string[],
  named: readonly string[],
): Promise<void> {
  const texts = (values: readonly string[]) =>
    sql`select value from jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb)`
  await tx.execute(sql`
    select pg_advisory_xact_lock_shared(${LOCK_CLASS}::int, hashtext(place)) from (
      select l.location_uid as place from vehicle v join vehicle_location l on l.vehicle_key = v.key
        where v.id in (${texts(vehicleIds)})
      union select rv.location_uid from vehicle v join rule r on r.vehicle_key = v.key
        join rule_version rv on rv.rule_key = r.key and rv.valid_to is null where v.id in (${texts(vehicleIds)})
      union ${texts(named)}) places`)
}

/** Waits until nobody stores schedules by the location's zone as it was, and lets nobody until the transaction ends. */
export async function holdTimeZoneAlone(tx: Database, locationUid: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${locationUid}))`)
}
