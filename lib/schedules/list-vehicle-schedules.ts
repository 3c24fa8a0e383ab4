import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import { loadRules } from '@/lib/schedules/load-schedules'
import { inRange, readStays } from '@/lib/schedules/read-stays'
import { occurrencesIn } from '@/lib/schedules/rule-occurrences'
import { type RangeQuery, scheduleRange } from '@/lib/schedules/schedule-range'
import { currentVersion } from '@/lib/schedules/schedule-state'
import { scheduleListText } from '@/lib/schedules/schedule-texts'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'
import { visibleAt } from '@/lib/schedules/visible'
import { inSlices } from '@/lib/slices'

/**
 * A vehicle's schedules in a range, dated ones and each occurrence of its rules; `recurringSchedules` are the rules.
 * @returns `{ "recurringSchedules": EvSchedule[], "schedules": EvSchedule[] }` as JSON text
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
  const stored = await loadRules(db, sql`r.vehicle_key = ${key}`)
  const rules = [...stored.values()].map((rule) => ({ evId: vehicleId, rule }))
  const isVisible = (at: { locationUid: string }) => canSeeLocation(who, at.locationUid)
  return inSlices(
    scheduleListText(stays, rules, {
      occurrencesOf: (rule) => occurrencesIn(rule, range.occurrences).filter(isVisible),
      shows: (rule) => isVisible(currentVersion(rule)),
      withPlans: plan,
    }),
  )
}
