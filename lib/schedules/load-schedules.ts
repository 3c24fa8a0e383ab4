import { sql } from 'drizzle-orm'
import type { Plan, PlanMeta } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import type { OccurrenceChange } from '@/lib/db/schema/schedule'
import { parseOccurrenceId } from '@/lib/schedules/rule-occurrences'
import type {
  HeldPlan,
  OccurrenceException,
  Rule,
  RuleVersion,
  ScheduledStay,
  ScheduleState,
} from '@/lib/schedules/schedule-state'
import { LONGEST_STAY_MS } from '@/lib/stays/list-stays'
import { detailSql, detailsOf, type StayDetails } from '@/lib/stays/stay-details'
import { type Day, parseDay } from '@/lib/time/calendar-day'
import { HOUR_MS } from '@/lib/time/interval'

/** What of a vehicle's past a decision needs: what just ended, what the chargers have not let go, and these departures. */
export type Wanted = { now: number; departures: readonly number[]; ids: readonly string[]; withPlans: boolean }

/** Loads the schedules of a vehicle that a decision can touch: what is to come and the rules, and of the past as said. */
export async function loadSchedules(db: Database, vehicleKey: number, wanted: Wanted): Promise<ScheduleState> {
  const states = await loadSchedulesOf(db, new Map([[vehicleKey, wanted]]), wanted.now)
  return states.get(vehicleKey) ?? { stays: new Map(), rules: new Map() }
}

/** As {@link loadSchedules}, for many vehicles in as many statements as for one. @returns their schedules by vehicle key */
export async function loadSchedulesOf(
  db: Database,
  wanted: ReadonlyMap<number, Omit<Wanted, 'now'>>,
  now: number,
): Promise<Map<number, ScheduleState>> {
  const states = new Map<number, ScheduleState>()
  for (const key of wanted.keys()) states.set(key, { stays: new Map(), rules: new Map() })
  if (states.size === 0) return states
  const ids = [...wanted.values()].flatMap((of) => of.ids.map((id) => parseOccurrenceId(id)?.ruleId ?? id))
  // An occurrence that began when its rule ended is over by then.
  const since = new Date(now - LONGEST_STAY_MS).toISOString()
  const rules = await readRules(
    db,
    sql`r.vehicle_key in ${[...wanted.keys()]} and (r.ended_at is null or r.ended_at > ${since}
      or r.id in (select value from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)))`,
  )
  for (const { vehicleKey, rule } of rules) states.get(vehicleKey)?.rules.set(rule.id, rule)
  const versions = new Map(rules.flatMap(({ rule }) => rule.versions.map((v) => [v.key, { rule, v }] as const)))
  for (const row of await stayRows(db, wanted, now))
    states.get(row.vehicle_key)?.stays.set(row.id, stayOf(row, versions.get(row.rule_version_key)))
  return states
}

function stayOf(row: StayRow, owner: { rule: Rule; v: RuleVersion } | undefined): ScheduledStay {
  const day = row.original_date === null ? null : parseDay(row.original_date)
  return {
    key: row.key,
    id: row.id,
    locationUid: row.location_uid,
    arrival: row.arrival,
    departure: row.departure,
    ...detailsOf(row),
    occurrence: owner && day !== null ? { ruleId: owner.rule.id, day, version: owner.v } : null,
    charging: {
      connectedAt: row.connected_at,
      disconnectedAt: row.disconnected_at,
      chargingStartedAt: row.charging_started_at,
      measuredStartSoc: row.measured_start_soc,
    },
    held: heldPlan(row),
  }
}

type StayRow = StayDetails & {
  key: number
  vehicle_key: number
  id: string
  location_uid: string
  arrival: number
  departure: number
  rule_version_key: number | null
  original_date: string | null
  connected_at: number | null
  disconnected_at: number | null
  charging_started_at: number | null
  measured_start_soc: number | null
  frozen: boolean | null
  posted: boolean | null
  plan: Plan | null
  meta: PlanMeta | null
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`)

/** One arm a reason to read a stay, so that each finds its rows by an index, however long a vehicle's past is. */
async function stayRows(
  db: Database,
  wanted: ReadonlyMap<number, Omit<Wanted, 'now'>>,
  now: number,
): Promise<StayRow[]> {
  const since = new Date(now - HOUR_MS).toISOString()
  const vehicles = [...wanted].map(([key, { departures, ids, withPlans }]) => ({
    key,
    departures: departures.map((departure) => new Date(departure)),
    ids,
    with_plans: withPlans,
  }))
  return db.execute<StayRow>(sql`
    with wanted as materialized (select * from jsonb_to_recordset(${JSON.stringify(vehicles)}::text::jsonb)
      as w(key bigint, departures jsonb, ids jsonb, with_plans boolean)),
    chosen as (
      select s.key from wanted w join stay s on s.vehicle_key = w.key and s.departure > ${since}
      union select s.key from wanted w join stay s on s.vehicle_key = w.key
        where s.connected_at is not null and s.disconnected_at is null
      union select s.key from wanted w cross join jsonb_array_elements_text(w.departures) d
        join stay s on s.vehicle_key = w.key and s.departure = d.value::timestamptz
      union select s.key from wanted w cross join jsonb_array_elements_text(w.ids) i
        join stay s on s.vehicle_key = w.key and s.id = i.value)
    select s.key::float8 as key, s.vehicle_key::float8 as vehicle_key, s.id, s.location_uid,
      ${ms('s.arrival')} as arrival, ${ms('s.departure')} as departure,
      ${detailSql.selection('s')},
      s.rule_version_key::float8 as rule_version_key, to_char(s.original_date, 'YYYYMMDD') as original_date,
      ${ms('s.connected_at')} as connected_at, ${ms('s.disconnected_at')} as disconnected_at,
      ${ms('s.charging_started_at')} as charging_started_at, s.measured_start_soc, p.frozen, p.posted,
      case when w.with_plans then p.plan end as plan,
      case when p.stay_key is not null then jsonb_strip_nulls(jsonb_build_object(
        'frozen', p.frozen, 'strategy', p.strategy, 'strategyVersion', p.strategy_version,
        'timestamp', to_char(p.planned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'trigger', p.trigger, 'triggerDescription', p.trigger_description)) end as meta
    from chosen c join stay s on s.key = c.key join wanted w on w.key = s.vehicle_key
    left join plan p on p.stay_key = s.key`)
}

function heldPlan({ frozen, posted, plan, meta }: StayRow): HeldPlan | null {
  return frozen === null ? null : { plan: plan ?? undefined, meta: meta ?? {}, posted: posted ?? false }
}

type RuleRow = {
  key: number
  vehicle_key: number
  id: string
  posted_at: number
  ended_at: number | null
  versions: VersionRow[]
  exceptions: ExceptionRow[]
}
type VersionRow = Omit<RuleVersion, 'key'> & { key: number }
type ExceptionRow = { day: string; skipped: boolean; changes: OccurrenceChange }

/** Loads rules with all their versions and single-occurrence changes, by id. `where` speaks of `rule r`. */
export async function loadRules(db: Database, where: ReturnType<typeof sql>): Promise<Map<string, Rule>> {
  return new Map((await readRules(db, where)).map(({ rule }) => [rule.id, rule]))
}

async function readRules(db: Database, where: ReturnType<typeof sql>): Promise<{ vehicleKey: number; rule: Rule }[]> {
  const rows = await db.execute<RuleRow>(sql`
    select r.key::float8 as key, r.vehicle_key::float8 as vehicle_key, r.id, ${ms('r.posted_at')} as posted_at, ${ms('r.ended_at')} as ended_at,
      (select json_agg(json_build_object('key', v.key, 'validFrom', ${ms('v.valid_from')}, 'validTo', ${ms('v.valid_to')},
        'locationUid', v.location_uid, 'timeZone', v.time_zone, 'recurrenceRule', v.recurrence_rule,
        'arrival', ${ms('v.arrival')}, 'departure', ${ms('v.departure')}, ${detailSql.jsonPairs('v')},
        'plan', v.plan, 'planMeta', v.plan_meta) order by v.valid_from, v.key)
        from rule_version v where v.rule_key = r.key) as versions,
      (select coalesce(json_agg(json_build_object('day', to_char(e.original_date, 'YYYYMMDD'), 'skipped', e.skipped,
        'changes', e.changes)), '[]') from rule_exception e where e.rule_key = r.key) as exceptions
    from rule r where ${where}`)
  return rows.map((row) => ({ vehicleKey: row.vehicle_key, rule: ruleOf(row) }))
}

function ruleOf({ key, id, posted_at, ended_at, versions, exceptions }: RuleRow): Rule {
  const byDay = exceptions.map(({ day, skipped, changes }) => [parseDay(day), { skipped, changes }] as const)
  const dated = byDay.filter((entry): entry is [Day, OccurrenceException] => entry[0] !== null)
  return { key, id, postedAt: posted_at, endedAt: ended_at, versions, exceptions: new Map(dated) }
}
