import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'
import { differing, missing, type RuleKeys, type ScheduleChange } from '@/lib/schedules/schedule-change'
import type { Rule, RuleVersion } from '@/lib/schedules/schedule-state'
import { detailRow, detailSql } from '@/lib/stays/stay-details'
import { deleteStaysOfRules } from '@/lib/stays/write-stays'
import type { Day } from '@/lib/time/calendar-day'
import { DAY_MS } from '@/lib/time/interval'

type Rules = ReadonlyMap<string, Rule>

/** Writes the differences between the states of vehicles' rules, in a fixed number of statements. */
export async function storeRules(tx: Database, changes: readonly ScheduleChange[], now: number): Promise<RuleKeys> {
  const before: Rules = new Map(changes.flatMap((change) => [...change.before.rules]))
  const erased = changes.flatMap((change) => missing(change.before.rules, change.after.rules))
  const owned = changes.flatMap(({ vehicleKey, ...change }) =>
    differing(change.before.rules, change.after.rules).map((rule) => ({ vehicleKey, rule })),
  )
  const changed = owned.map(({ rule }) => rule)
  const ruleKeys = new Map([...before.values()].map(({ id, key }) => [id, key]))
  const versionKeys = new Map<RuleVersion, number>()
  const keys: RuleKeys = {
    rule: (id) => ruleKeys.get(id) ?? null,
    version: (version) => version.key ?? versionKeys.get(version) ?? null,
  }
  await deleteStaysOfRules(
    tx,
    erased.flatMap(({ key }) => key ?? []),
  )
  await run(
    tx,
    erased,
    (rows) => sql`delete from rule using jsonb_to_recordset(${rows}) as x(key bigint) where rule.key = x.key`,
  )
  await run(
    tx,
    changed.filter(({ key }) => key !== null),
    (rows) => sql`
    update rule set ended_at = x."endedAt"
    from jsonb_to_recordset(${rows}) as x(key bigint, "endedAt" timestamptz) where rule.key = x.key`,
  )
  for (const { id, key } of await insertRules(tx, owned, now)) ruleKeys.set(id, key)
  const versions = changed.flatMap((rule) => rule.versions.map((version) => ({ ruleId: rule.id, version })))
  await updateVersions(
    tx,
    versions.map(({ version }) => version).filter(({ key }) => key !== null),
  )
  const added = versions.filter(({ version }) => version.key === null)
  for (const [version, key] of await insertVersions(tx, added, keys)) versionKeys.set(version, key)
  await storeExceptions(tx, before, changed, keys)
  return keys
}

async function run(tx: Database, items: readonly Rule[], statement: (rows: SQL) => SQL): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ key, id, endedAt }) => ({ key, id, endedAt: endedAt === null ? null : new Date(endedAt) }))
  await tx.execute(statement(rowsParameter(rows)))
}

async function insertRules(tx: Database, owned: { vehicleKey: number; rule: Rule }[], now: number) {
  const added = owned.filter(({ rule }) => rule.key === null)
  const rows = added.map(({ vehicleKey, rule }) => ({ id: rule.id, vehicle_key: vehicleKey }))
  if (rows.length === 0) return []
  return tx.execute<{ id: string; key: number }>(sql`
    insert into rule (id, vehicle_key, posted_at)
    select x.id, x.vehicle_key, ${new Date(now).toISOString()}::timestamptz
    from jsonb_to_recordset(${rowsParameter(rows)}) as x(id text, vehicle_key bigint)
    returning id, key::float8 as key`)
}

const COLUMNS = sql.raw(`key bigint, rule_key bigint, valid_from timestamptz, valid_to timestamptz, location_uid text,
  recurrence_rule text, time_zone text, arrival timestamptz, departure timestamptz, plan jsonb, plan_meta jsonb`)
const DETAIL_TYPES = detailSql.types()

function rowOf(version: RuleVersion, ruleKey: number | null): object {
  return {
    key: version.key,
    rule_key: ruleKey,
    valid_from: new Date(version.validFrom),
    valid_to: version.validTo === null ? null : new Date(version.validTo),
    location_uid: version.locationUid,
    recurrence_rule: version.recurrenceRule,
    time_zone: version.timeZone,
    arrival: new Date(version.arrival),
    departure: new Date(version.departure),
    ...detailRow(version),
    plan: version.plan,
    plan_meta: version.planMeta,
  }
}

async function updateVersions(tx: Database, versions: RuleVersion[]): Promise<void> {
  if (versions.length === 0) return
  await tx.execute(sql`
    update rule_version as v set valid_from = x.valid_from, valid_to = x.valid_to, location_uid = x.location_uid,
      recurrence_rule = x.recurrence_rule, time_zone = x.time_zone, arrival = x.arrival, departure = x.departure,
      ${detailSql.assignments('x')}, plan = x.plan, plan_meta = x.plan_meta
    from jsonb_to_recordset(${rowsParameter(versions.map((version) => rowOf(version, null)))}) as x(${COLUMNS}, ${DETAIL_TYPES})
    where v.key = x.key`)
}

/** A call adds at most one version to a rule: the one in force. */
async function insertVersions(
  tx: Database,
  added: { ruleId: string; version: RuleVersion }[],
  keys: RuleKeys,
): Promise<[RuleVersion, number][]> {
  if (added.length === 0) return []
  const rows = added.map(({ ruleId, version }) => rowOf(version, keys.rule(ruleId)))
  const stored = await tx.execute<{ rule_key: number; key: number }>(sql`
    insert into rule_version (rule_key, valid_from, valid_to, location_uid, recurrence_rule, time_zone, arrival,
      departure, ${detailSql.columns()}, plan, plan_meta)
    select x.rule_key, x.valid_from, x.valid_to, x.location_uid, x.recurrence_rule, x.time_zone, x.arrival,
      x.departure, ${detailSql.columns('x')}, x.plan, x.plan_meta
    from jsonb_to_recordset(${rowsParameter(rows)}) as x(${COLUMNS}, ${DETAIL_TYPES})
    returning rule_key::float8 as rule_key, key::float8 as key`)
  const byRule = new Map(stored.map(({ rule_key, key }) => [rule_key, key]))
  return added.flatMap(({ ruleId, version }) => {
    const key = byRule.get(keys.rule(ruleId) ?? Number.NaN)
    return key === undefined ? [] : [[version, key] as [RuleVersion, number]]
  })
}

async function storeExceptions(tx: Database, before: Rules, changed: Rule[], keys: RuleKeys): Promise<void> {
  const date = (day: Day) => new Date(day * DAY_MS).toISOString().slice(0, 10)
  const set = changed.flatMap((rule) =>
    [...rule.exceptions]
      .filter(([day, exception]) => before.get(rule.id)?.exceptions.get(day) !== exception)
      .map(([day, exception]) => ({ rule_key: keys.rule(rule.id), original_date: date(day), ...exception })),
  )
  const dropped = changed.flatMap((rule) =>
    [...(before.get(rule.id)?.exceptions.keys() ?? [])]
      .filter((day) => !rule.exceptions.has(day))
      .map((day) => ({ rule_key: rule.key, original_date: date(day) })),
  )
  if (dropped.length > 0)
    await tx.execute(sql`
      delete from rule_exception e using jsonb_to_recordset(${rowsParameter(dropped)}) as x(rule_key bigint, original_date date)
      where e.rule_key = x.rule_key and e.original_date = x.original_date`)
  if (set.length > 0)
    await tx.execute(sql`
      insert into rule_exception (rule_key, original_date, skipped, changes)
      select x.rule_key, x.original_date, x.skipped, x.changes
      from jsonb_to_recordset(${rowsParameter(set)}) as x(rule_key bigint, original_date date, skipped boolean, changes jsonb)
      on conflict (rule_key, original_date) do update set skipped = excluded.skipped, changes = excluded.changes`)
}
