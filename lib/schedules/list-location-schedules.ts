import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { Refusal } from '@/lib/errors'
import { loadRules } from '@/lib/schedules/load-schedules'
import { inRange, readStays, toTimestamptz } from '@/lib/schedules/read-stays'
import { LONGEST_MS, occurrencesIn } from '@/lib/schedules/rule-occurrences'
import { type RangeQuery, scheduleRange } from '@/lib/schedules/schedule-range'
import { currentVersion } from '@/lib/schedules/schedule-state'
import { type OwnedRule, scheduleListText } from '@/lib/schedules/schedule-texts'
import { inSlices } from '@/lib/slices'
import type { Interval } from '@/lib/time/interval'

/**
 * A location's schedules in a range: `recurringSchedules` are the rules with an occurrence in it, `schedules` the dated
 * ones and each occurrence, so that they alone say what will happen.
 * @returns `{ "recurringSchedules": EvSchedule[], "schedules": EvSchedule[] }` as JSON text
 * @throws Refusal 404, 400 for an impossible range
 */
export async function listLocationSchedules(
  { db, who, now }: Context,
  { locationUid, plan = true, ...query }: { locationUid: string; plan?: boolean } & RangeQuery,
): Promise<string> {
  const range = scheduleRange(query, now, 'from yesterday')
  await requireLocation(db, canSeeLocation(who, locationUid) ? locationUid : null, locationUid)
  const stays = await readStays(db, sql`s.location_uid = ${locationUid} and ${inRange(range)}`, { withPlans: plan })
  const isHere = (at: { locationUid: string }) => at.locationUid === locationUid
  const rules = await rulesAt(db, locationUid, range.occurrences)
  return inSlices(
    scheduleListText(stays, rules, {
      occurrencesOf: (rule) => occurrencesIn(rule, range.occurrences).filter(isHere),
      shows: (rule) => isHere(currentVersion(rule)),
      withPlans: plan,
    }),
  )
}

async function requireLocation(db: Database, visible: string | null, named: string): Promise<void> {
  const rows = await db.execute(sql`select 1 from location where uid = ${visible}`)
  if (rows.length === 0) throw new Refusal('notFound', `There is no location "${named}".`)
}

/**
 * The rules that say something of this location, with the ids of their vehicles. One of which an occurrence was moved may
 * have it before its first arrival, or long after its end.
 */
async function rulesAt(db: Database, locationUid: string, { from, to }: Interval): Promise<OwnedRule[]> {
  const [since, until] = [toTimestamptz(from - LONGEST_MS), toTimestamptz(to)]
  const here = sql`r.key in (select v.rule_key from rule_version v where v.location_uid = ${locationUid}
    and ((v.arrival < ${until}::timestamptz and coalesce(v.valid_to, 'infinity') > ${since}::timestamptz)
      or exists (select 1 from rule_exception e where e.rule_key = v.rule_key
        and (e.changes -> 'arrival' is not null or e.changes -> 'departure' is not null))))`
  const rules = await loadRules(db, here)
  if (rules.size === 0) return []
  const owners = await db.execute<{ id: string; ev_id: string }>(
    sql`select r.id, v.id as ev_id from rule r join vehicle v on v.key = r.vehicle_key where ${here}`,
  )
  return owners.flatMap(({ id, ev_id }) => {
    const rule = rules.get(id)
    return rule ? [{ evId: ev_id, rule }] : []
  })
}
