import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { Departure, VehicleDepartures } from '@/lib/contract/readiness'
import type { Database } from '@/lib/db/client'
import { malformed } from '@/lib/errors'
import { findLocation } from '@/lib/planning/get-load'
import { departureView } from '@/lib/readiness/departure-view'
import { judgeDepartures } from '@/lib/readiness/judge-departures'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'
import { DAY_MS } from '@/lib/time/interval'

const DEFAULT_DAYS = 14
const MOST_DAYS = 31

/**
 * The departures of one vehicle until `to` (epoch ms), wherever it stands, by departure: what the boards of its depots say.
 * @throws Refusal `notFound`; `malformed` when `to` is over or more than 31 days ahead
 */
export async function listVehicleDepartures(
  { db, who, now }: Context,
  { vehicleId, to = now + DEFAULT_DAYS * DAY_MS }: { vehicleId: string; to?: number },
): Promise<VehicleDepartures> {
  if (to <= now) throw malformed([{ path: 'to', message: 'must be later than now' }])
  if (to > now + MOST_DAYS * DAY_MS) throw malformed([{ path: 'to', message: 'must be at most 31 days ahead' }])
  const owner = await getVehicleOwner(db, who, vehicleId)
  const places = await placesOf(db, owner.key, now)
  const departures: Departure[] = []
  for (const locationUid of places.filter((uid) => canSeeLocation(who, uid))) {
    const row = await findLocation(db, locationUid)
    if (!row) continue
    const { departing } = await judgeDepartures(db, row, { now, to, vehicleKeys: [owner.key] })
    departures.push(
      ...departing.filter(({ stay }) => stay.departure <= to).map((one) => departureView(one, locationUid)),
    )
  }
  const timeOf = ({ schedule }: Departure) => Date.parse(schedule.plannedDepartureTime)
  return { departures: departures.sort((a, b) => timeOf(a) - timeOf(b)) }
}

/** Where a vehicle has stays to come, by rows or by rules. */
async function placesOf(db: Database, vehicleKey: number, now: number): Promise<string[]> {
  const at = new Date(now - DAY_MS).toISOString()
  const rows = await db.execute<{ location_uid: string }>(sql`
    select location_uid from stay where vehicle_key = ${vehicleKey} and departure > ${at}
    union
    select v.location_uid from rule_version v join rule r on r.key = v.rule_key
    where r.vehicle_key = ${vehicleKey} and (v.valid_to is null or v.valid_to > ${at})
    union
    select x.changes->>'locationUid' from rule_exception x join rule r on r.key = x.rule_key
    where r.vehicle_key = ${vehicleKey} and x.changes->>'locationUid' is not null
    order by 1`)
  return rows.map(({ location_uid }) => location_uid)
}
