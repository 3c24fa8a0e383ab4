import { type SQL, sql } from 'drizzle-orm'
import { measuredSegments } from '@/lib/charging/measured-segments'
import { mergePast } from '@/lib/charging/merge-past'
import type { EvSchedule } from '@/lib/contract/schedule'
import type { Database } from '@/lib/db/client'
import type { ScheduleRange } from '@/lib/schedules/schedule-range'
import { detailSql } from '@/lib/stays/stay-details'

/** One schedule as the JSON text of an EvSchedule, with what it is ordered by. */
export type ScheduleText = { id: string; arrival: number; departure: number; json: string }

const timestamp = (column: string) =>
  `'"' || to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`

/** `concat` leaves out what is null, and with it the whole property. */
const STAY_JSON = `concat('{"id":', to_json(s.id), ',"evId":', to_json(v.id), ',"locationUid":', to_json(s.location_uid),
  ',"plannedArrivalTime":', ${timestamp('s.arrival')}, ',"plannedDepartureTime":', ${timestamp('s.departure')},
  ${detailSql.jsonText('s')}, ',"recurrenceRule":' || to_json(rv.recurrence_rule), ',"recurringScheduleId":' || to_json(r.id),
  ',"chargeNow":{"since":' || ${timestamp('s.charge_now_since')} || ',"by":' || to_json(s.charge_now_by) || '}'`

const RULE_TABLES = 'left join rule r on r.key = s.rule_key left join rule_version rv on rv.key = s.rule_version_key'

/** A plan with its lists, which are always there: `withLists` of `ev-schedule` in SQL. */
const PLAN_LISTS = `('{"pastSegments":[],"segments":[]}'::jsonb || p.plan
  || case when p.plan #> '{schedule,settings}' is not null and p.plan #> '{schedule,settings,powerRules}' is null
    then jsonb_build_object('schedule', jsonb_set(p.plan -> 'schedule', '{settings,powerRules}', '[]')) else '{}' end
  || case when e.segments is null then '{}' else jsonb_build_object('pastSegments', e.segments) end)`

const PLAN_JSON = `,
  ',"plan":' || ${PLAN_LISTS}::text,
  ',"planMeta":' || case when p.stay_key is not null then concat('{"frozen":', to_json(p.frozen),
    ',"strategy":' || to_json(p.strategy), ',"strategyVersion":' || to_json(p.strategy_version),
    ',"timestamp":' || ${timestamp('p.planned_at')}, ',"trigger":' || to_json(p.trigger),
    ',"triggerDescription":' || to_json(p.trigger_description), '}') end,
  ',"explanation":' || p.explanation::text`

const PLAN_TABLES = 'left join plan p on p.stay_key = s.key left join plan_elapsed e on e.stay_key = s.key'

/**
 * Reads stays that have a row, dated ones and occurrences, as JSON text that the database builds: no value becomes an object
 * on its way. Unordered.
 * @param where a condition on `stay s` and `vehicle v`
 */
export async function readStays(
  db: Database,
  where: SQL,
  { withPlans }: { withPlans: boolean },
): Promise<ScheduleText[]> {
  const rows = await db.execute<StayRow>(sql`
    select s.id, (extract(epoch from s.arrival) * 1000)::float8 as arrival,
      (extract(epoch from s.departure) * 1000)::float8 as departure,
      ${sql.raw(`${withPlans ? METERED : NOT_READ} as metered, ${STAY_JSON}${withPlans ? PLAN_JSON : ''}, '}') as json
    from stay s join vehicle v on v.key = s.vehicle_key ${RULE_TABLES} ${withPlans ? PLAN_TABLES : ''}`)}
    where ${where}`)
  return withMeasurements(db, rows)
}

type StayRow = ScheduleText & { metered: number | null }

/** The key of a stay that may have been metered and has a plan to show it in. */
const METERED = 'case when s.connected_at is not null and p.stay_key is not null then s.key::float8 end'
const NOT_READ = 'null::float8'

/** What was measured goes before what the plans then in force said. */
async function withMeasurements(db: Database, rows: StayRow[]): Promise<ScheduleText[]> {
  const keys = rows.flatMap(({ metered }) => metered ?? [])
  if (keys.length === 0) return rows
  const measured = await measuredSegments(db, keys)
  return rows.map((row) => {
    const segments = measured.get(row.metered ?? Number.NaN)
    if (!segments) return row
    const schedule: EvSchedule = JSON.parse(row.json)
    const pastSegments = mergePast(schedule.plan?.pastSegments ?? [], segments)
    return { ...row, json: JSON.stringify({ ...schedule, plan: { ...schedule.plan, pastSegments } }) }
  })
}

/** The condition of a range on `stay s`: dated ones and occurrences each in theirs. */
export function inRange({ dated, occurrences }: ScheduleRange): SQL {
  const within = ({ from, to }: ScheduleRange['dated']) =>
    sql`s.departure > ${toTimestamptz(from)}::timestamptz and s.arrival < ${toTimestamptz(to)}::timestamptz`
  if (dated === occurrences) return within(dated)
  return sql`((s.rule_key is null and ${within(dated)}) or (s.rule_key is not null and ${within(occurrences)}))`
}

/** An instant (epoch ms) as PostgreSQL reads it; it knows both ends of time by name. */
export function toTimestamptz(time: number): string {
  if (time <= Date.UTC(1, 0, 1)) return '-infinity'
  return time > Date.UTC(9999, 11, 31) ? 'infinity' : new Date(time).toISOString()
}
