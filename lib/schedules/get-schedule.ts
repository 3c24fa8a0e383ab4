import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { Refusal } from '@/lib/errors'
import { occurrenceView, ruleView } from '@/lib/schedules/ev-schedule'
import { loadRules } from '@/lib/schedules/load-schedules'
import { readStays } from '@/lib/schedules/read-stays'
import { occurrenceOn, parseOccurrenceId } from '@/lib/schedules/rule-occurrences'
import type { Rule } from '@/lib/schedules/schedule-state'
import { visibleAt } from '@/lib/schedules/visible'

/**
 * One schedule by its id: a dated one, a rule, or an occurrence of a rule.
 * @returns an EvSchedule as JSON text
 * @throws Refusal 404
 */
export async function getSchedule({ db, who }: Context, scheduleId: string): Promise<string> {
  const where = sql`s.id = ${scheduleId} and ${visibleAt(who, 's.location_uid')}`
  const [stored] = await readStays(db, where, { withPlans: true })
  if (stored) return stored.json
  const expected = await expectedSchedule(db, scheduleId)
  if (expected && canSeeLocation(who, expected.locationUid)) return JSON.stringify(expected)
  throw new Refusal('notFound', `There is no schedule with the id ${scheduleId}.`)
}

async function expectedSchedule(db: Database, scheduleId: string) {
  const owned = await findRule(db, scheduleId)
  if (owned) return ruleView(owned.evId, owned.rule)
  const named = parseOccurrenceId(scheduleId)
  const owner = named && (await findRule(db, named.ruleId))
  const occurrence = owner && occurrenceOn(owner.rule, named.day)
  return occurrence && occurrenceView(owner.evId, occurrence)
}

async function findRule(db: Database, id: string): Promise<{ evId: string; rule: Rule } | null> {
  const rule = (await loadRules(db, sql`r.id = ${id}`)).get(id)
  if (!rule) return null
  const [owner] = await db.execute<{ ev_id: string }>(
    sql`select v.id as ev_id from rule r join vehicle v on v.key = r.vehicle_key where r.id = ${id}`,
  )
  return owner ? { evId: owner.ev_id, rule } : null
}
