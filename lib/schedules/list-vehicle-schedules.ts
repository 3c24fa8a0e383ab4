import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import { loadRules } from '@/lib/schedules/load-schedules'
import { inRange, readStays } from '@/lib/schedules/read-stays'
import { occurrencesIn } from '@/lib/schedules/rule-occurrences'
import { type RangeQuery, scheduleRange } from '@/lib/schedules/schedule-range'
import { spliced } from '@/lib/schedules/schedule-texts'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'
import { visibleAt } from '@/lib/schedules/visible'

/**
 * A vehicle's schedules in a range, dated ones and each occurrence of its rules.
 * @returns `{ "schedules": EvSchedule[] }` as JSON text
 * @throws Refusal 404, 400 for an impossible range
 */
export async function listVehicleSchedules(
  { db, who, now }: Context,
  { vehicleId, plan = true, ...query }: { vehicleId: string; plan?: boolean } & RangeQuery,
): Promise<string> {
  const range = scheduleRange(query, now, 'ever')
  const { key } = await getVehicleOwner(db, who, vehicleId)
  const stays = await readStays(
    db,
    sql`s.vehicle_key = ${key} and ${visibleAt(who, 's.location_uid')} and ${inRange(range)}`,
    { withPlans: plan },
  )
  const rules = await loadRules(db, sql`r.vehicle_key = ${key}`)
  const occurrences = [...rules.values()]
    .flatMap((rule) => occurrencesIn(rule, range.occurrences))
    .filter(({ locationUid }) => canSeeLocation(who, locationUid))
  return `{"schedules":${spliced(
    stays,
    occurrences.map((occurrence) => ({ evId: vehicleId, occurrence })),
  )}}`
}
