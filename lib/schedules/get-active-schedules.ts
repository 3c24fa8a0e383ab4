import { type SQL, sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { occurrenceView } from '@/lib/schedules/ev-schedule'
import { loadRules } from '@/lib/schedules/load-schedules'
import { readStays, type ScheduleText } from '@/lib/schedules/read-stays'
import { lastOccurrence, nextOccurrence, type RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'
import { visibleAt } from '@/lib/schedules/visible'

/**
 * The schedule of a vehicle that ended last, and the one under way or else the next to begin. A boundary belongs to the
 * later one.
 * @returns `{ previous?, currentOrNext? }` as JSON text
 * @throws Refusal 404
 */
export async function getActiveSchedules({ db, who, now }: Context, vehicleId: string): Promise<string> {
  const { key } = await getVehicleOwner(db, who, vehicleId)
  const rules = [...(await loadRules(db, sql`r.vehicle_key = ${key}`)).values()]
  const own = sql`s.vehicle_key = ${key} and ${visibleAt(who, 's.location_uid')}`
  const at = new Date(now).toISOString()
  const stored = [
    ...(await firstStay(db, sql`${own} and s.departure <= ${at}`, sql`s.departure desc, s.key desc`)),
    ...(await firstStay(db, sql`${own} and s.departure > ${at}`, sql`s.arrival, s.id`)),
  ]
  const occurrences = rules
    .flatMap((rule) => [lastOccurrence(rule, now), nextOccurrence(rule, now)])
    .filter((occurrence) => occurrence !== null)
    .filter(({ locationUid }) => canSeeLocation(who, locationUid))
    .map((occurrence) => textOf(vehicleId, occurrence))
  const known = new Set(stored.map(({ id }) => id))
  const all = [...stored, ...occurrences.filter(({ id }) => !known.has(id))]
  const previous = all.filter(({ departure }) => departure <= now).sort((a, b) => b.departure - a.departure)[0]
  const currentOrNext = all.filter(({ departure }) => departure > now).sort((a, b) => a.arrival - b.arrival)[0]
  const parts = Object.entries({ previous, currentOrNext }).flatMap(([name, found]) =>
    found ? [`"${name}":${found.json}`] : [],
  )
  return `{${parts.join(',')}}`
}

function firstStay(db: Database, where: SQL, order: SQL): Promise<ScheduleText[]> {
  const first = sql`s.key = (select s.key from stay s where ${where} order by ${order} limit 1)`
  return readStays(db, first, { withPlans: true })
}

function textOf(evId: string, occurrence: RuleOccurrence): ScheduleText {
  const { id, arrival, departure } = occurrence
  return { id, arrival, departure, json: JSON.stringify(occurrenceView(evId, occurrence)) }
}
