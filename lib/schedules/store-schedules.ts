import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { violates } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import {
  currentVersion,
  type Rule,
  type RuleVersion,
  type ScheduleState,
  type Stay,
} from '@/lib/schedules/schedule-state'
import { storePlans } from '@/lib/schedules/store-plans'
import { storeRules } from '@/lib/schedules/store-rules'
import { detailRow, detailSql } from '@/lib/stays/stay-details'
import { DAY_MS } from '@/lib/time/interval'

/** The vehicle whose schedules are written, and the moment. */
export type Owner = { vehicleKey: number; now: number }

/** Rows as a parameter: one statement writes any number of them. */
export function rowsParameter(rows: readonly object[]): SQL {
  return sql`${JSON.stringify(rows)}::text::jsonb`
}

/** What is decided of one vehicle's schedules. */
export type ScheduleChange = { vehicleKey: number; before: ScheduleState; after: ScheduleState }

/**
 * Writes the difference between two states of a vehicle's schedules.
 * @returns the locations whose plans the difference concerns
 * @throws Refusal 409 when a departure is taken by a stay that the decision did not know
 */
export function storeSchedules(
  tx: Database,
  { vehicleKey, now }: Owner,
  before: ScheduleState,
  after: ScheduleState,
): Promise<string[]> {
  return storeScheduleChanges(tx, [{ vehicleKey, before, after }], now)
}

/**
 * As {@link storeSchedules}, for many vehicles: the number of statements grows with neither vehicles nor schedules.
 * @returns the locations whose plans the difference concerns
 * @throws Refusal 409 when a departure is taken by a stay that the decision did not know
 */
export async function storeScheduleChanges(
  tx: Database,
  changes: readonly ScheduleChange[],
  now: number,
): Promise<string[]> {
  const removed = changes.flatMap(({ before, after }) => missing(before.stays, after.stays))
  const changed = changes.flatMap(({ vehicleKey, before, after }) =>
    differing(before.stays, after.stays).map((stay) => ({ vehicleKey, stay, was: before.stays.get(stay.id) })),
  )
  try {
    await deleteStays(tx, removed)
    const keys = await storeRules(tx, changes, now)
    await updateStays(tx, changed, keys, now)
    const inserted = await insertStays(tx, changed, keys, now)
    await storePlans(tx, now, changed, inserted)
  } catch (error) {
    if (violates(error, 'stay_departure_unique'))
      throw new Refusal('conflict', 'The vehicle has a schedule with this departure time already. Send another one.')
    throw error
  }
  return [...new Set(changes.flatMap(({ before, after }) => concernedLocations(before, after)))]
}

/** What one state has and the other has no more. */
export function missing<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] {
  return [...before].flatMap(([id, value]) => (after.has(id) ? [] : [value]))
}

/** What one state has otherwise than the other, or new: states are compared by identity, for nothing in them is changed. */
export function differing<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] {
  return [...after].flatMap(([id, value]) => (before.get(id) === value ? [] : [value]))
}

/** A stay to be written, of which vehicle it is, and what was stored of it. */
export type ChangedStay = { vehicleKey: number; stay: Stay; was: Stay | undefined }

/** The keys of what is stored: of rules by id, of versions by the version. */
export type RuleKeys = { rule: (ruleId: string) => number | null; version: (version: RuleVersion) => number | null }

async function deleteStays(tx: Database, removed: Stay[]): Promise<void> {
  const keys = removed.flatMap(({ key }) => (key === null ? [] : [{ key }]))
  if (keys.length === 0) return
  await tx.execute(
    sql`delete from stay using jsonb_to_recordset(${rowsParameter(keys)}) as x(key bigint) where stay.key = x.key`,
  )
}

const COLUMNS =
  sql.raw(`key bigint, id text, vehicle_key bigint, location_uid text, arrival timestamptz, departure timestamptz,
  rule_key bigint, rule_version_key bigint, original_date date`)
const DETAIL_TYPES = detailSql.types()

function rowOf({ vehicleKey, stay }: ChangedStay, keys: RuleKeys): object {
  return {
    key: stay.key,
    id: stay.id,
    vehicle_key: vehicleKey,
    location_uid: stay.locationUid,
    arrival: new Date(stay.arrival),
    departure: new Date(stay.departure),
    ...detailRow(stay),
    rule_key: stay.occurrence && keys.rule(stay.occurrence.ruleId),
    rule_version_key: stay.occurrence && keys.version(stay.occurrence.version),
    original_date: stay.occurrence && new Date(stay.occurrence.day * DAY_MS).toISOString().slice(0, 10),
  }
}

async function updateStays(tx: Database, changed: ChangedStay[], keys: RuleKeys, now: number): Promise<void> {
  const rows = changed.filter(({ stay }) => stay.key !== null).map((one) => rowOf(one, keys))
  if (rows.length === 0) return
  await tx.execute(sql`
    update stay set location_uid = x.location_uid, arrival = x.arrival, departure = x.departure,
      ${detailSql.assignments('x')}, rule_version_key = x.rule_version_key,
      updated_at = ${new Date(now).toISOString()}
    from jsonb_to_recordset(${rowsParameter(rows)}) as x(${COLUMNS}, ${DETAIL_TYPES}) where stay.key = x.key`)
}

/** @returns the new keys by id */
async function insertStays(
  tx: Database,
  changed: ChangedStay[],
  keys: RuleKeys,
  now: number,
): Promise<Map<string, number>> {
  const rows = changed.filter(({ stay }) => stay.key === null).map((one) => rowOf(one, keys))
  if (rows.length === 0) return new Map()
  const at = new Date(now).toISOString()
  const stored = await tx.execute<{ id: string; key: number }>(sql`
    insert into stay (id, vehicle_key, location_uid, arrival, departure, ${detailSql.columns()}, rule_key,
      rule_version_key, original_date, created_at, updated_at)
    select x.id, x.vehicle_key, x.location_uid, x.arrival, x.departure, ${detailSql.columns('x')}, x.rule_key,
      x.rule_version_key, x.original_date, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${rowsParameter(rows)}) as x(${COLUMNS}, ${DETAIL_TYPES})
    returning id, key::float8 as key`)
  return new Map(stored.map(({ id, key }) => [id, key]))
}

function concernedLocations(before: ScheduleState, after: ScheduleState): string[] {
  const stays = [...missing(before.stays, after.stays), ...differing(before.stays, after.stays)]
  const ids = new Set([...before.rules.keys(), ...after.rules.keys()])
  const rules = [...ids].flatMap((id) => {
    const [was, will] = [before.rules.get(id), after.rules.get(id)]
    return was === will ? [] : [was, will].filter((rule): rule is Rule => rule !== undefined)
  })
  const places = [...stays, ...stays.flatMap(({ id }) => before.stays.get(id) ?? []), ...rules.map(currentVersion)]
  return [...new Set(places.map(({ locationUid }) => locationUid))]
}
