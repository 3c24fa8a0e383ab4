import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'
import type { OccurrenceKey } from '@/lib/stays/depot-stay'
import { detailRow, detailSql, type StayDetails } from '@/lib/stays/stay-details'

/** A stay to be written, with what its sender says of it. Instants epoch ms. */
export type NewStay = StayDetails & {
  id: string
  vehicleKey: number
  locationUid: string
  arrival: number
  departure: number
  /** When the stay was first heard of. */
  knownSince: number
  /** null: a dated schedule of its own. */
  occurrence: OccurrenceKey | null
}

/** A stay that has a row already. What it is an occurrence of does not change, the version of the rule may. */
export type StoredStay = Omit<NewStay, 'knownSince'> & { key: number }

const COLUMNS =
  sql.raw(`key bigint, id text, vehicle_key bigint, location_uid text, arrival timestamptz, departure timestamptz,
  rule_key bigint, rule_version_key bigint, original_date date, known_since timestamptz`)

const shown = (instant: number) => new Date(instant).toISOString()

function rowOf(stay: Omit<NewStay, 'knownSince'> & { key?: number; knownSince?: number }): object {
  return {
    key: stay.key,
    id: stay.id,
    vehicle_key: stay.vehicleKey,
    location_uid: stay.locationUid,
    arrival: shown(stay.arrival),
    departure: shown(stay.departure),
    ...detailRow(stay),
    rule_key: stay.occurrence?.ruleKey,
    rule_version_key: stay.occurrence?.ruleVersionKey,
    original_date: stay.occurrence?.originalDate,
    known_since: stay.knownSince === undefined ? undefined : shown(stay.knownSince),
  }
}

/**
 * Gives stays a row each; this file is the only writer of what senders say of stays.
 * @param now epoch ms
 * @param options.whereFree leave out a stay whose id is taken, or whose vehicle has another one that departs then;
 *   otherwise that fails the statement
 * @returns the new keys by id
 */
export async function insertStays(
  tx: Database,
  stays: readonly NewStay[],
  now: number,
  { whereFree = false }: { whereFree?: boolean } = {},
): Promise<Map<string, number>> {
  if (stays.length === 0) return new Map()
  const free = sql`where not exists (
      select 1 from stay other where other.vehicle_key = x.vehicle_key and other.departure = x.departure)
    on conflict (id) do nothing`
  const stored = await tx.execute<{ id: string; key: number }>(sql`
    insert into stay (id, vehicle_key, location_uid, arrival, departure, ${detailSql.columns()}, rule_key,
      rule_version_key, original_date, created_at, updated_at)
    select x.id, x.vehicle_key, x.location_uid, x.arrival, x.departure, ${detailSql.columns('x')}, x.rule_key,
      x.rule_version_key, x.original_date, x.known_since, ${shown(now)}::timestamptz
    from jsonb_to_recordset(${rowsParameter(stays.map(rowOf))}) as x(${COLUMNS}, ${detailSql.types()})
    ${whereFree ? free : sql``} returning id, key::float8 as key`)
  return new Map(stored.map(({ id, key }) => [id, key]))
}

/** Writes what senders say now of stays that have a row. */
export async function updateStays(tx: Database, stays: readonly StoredStay[], now: number): Promise<void> {
  if (stays.length === 0) return
  await tx.execute(sql`
    update stay set location_uid = x.location_uid, arrival = x.arrival, departure = x.departure,
      ${detailSql.assignments('x')}, rule_version_key = x.rule_version_key, updated_at = ${shown(now)}
    from jsonb_to_recordset(${rowsParameter(stays.map(rowOf))}) as x(${COLUMNS}, ${detailSql.types()})
    where stay.key = x.key`)
}

/** Removes stays with everything that hangs on them. */
export async function deleteStays(tx: Database, keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return
  const rows = rowsParameter(keys.map((key) => ({ key })))
  await tx.execute(sql`delete from stay using jsonb_to_recordset(${rows}) as x(key bigint) where stay.key = x.key`)
}

/** Removes all stays that are occurrences of these rules. */
export async function deleteStaysOfRules(tx: Database, ruleKeys: readonly number[]): Promise<void> {
  if (ruleKeys.length === 0) return
  const rows = rowsParameter(ruleKeys.map((key) => ({ key })))
  await tx.execute(sql`delete from stay using jsonb_to_recordset(${rows}) as x(key bigint) where stay.rule_key = x.key`)
}
