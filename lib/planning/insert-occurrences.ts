import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import type { Depot } from '@/lib/planning/depot'
import { InputsChanged } from '@/lib/planning/inputs-changed'
import type { PlanningResult } from '@/lib/planning/plan-batches'
import { isAskedAgain } from '@/lib/planning/plan-runs'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { detailRow, detailSql } from '@/lib/stays/stay-details'

/**
 * Occurrences of rules get a row of their own once they are planned. Whoever changes a vehicle's schedules holds the vehicle;
 * so does this, and without waiting, so that no row appears behind the back of a change to its rule.
 * The row says of when it was known what the rule says: its vehicle charges from arrival where nobody controls it, planned or not.
 * @param whenChanged `refuse`: throw when a vehicle is held or something was asked since; `skip`: insert nothing then
 * @returns the keys of the new rows by stay id
 * @throws InputsChanged read and plan again
 */
export async function insertOccurrences(
  tx: Database,
  depot: Depot,
  { changed }: PlanningResult,
  whenChanged: 'refuse' | 'skip',
): Promise<Map<string, number>> {
  const stays = changed.flatMap(({ stay }) => (stay.key === null && stay.occurrence ? [stay] : []))
  if (stays.length === 0) return new Map()
  const held = await holdVehicles(tx, stays, whenChanged)
  if (await isAskedAgain(tx, depot.location.uid, depot.revision)) {
    if (whenChanged === 'refuse') throw new InputsChanged()
    return new Map()
  }
  const occurrences = stays.filter(({ vehicleKey }) => held.has(vehicleKey)).map(occurrenceRow)
  const inserted = await tx.execute<{ id: string; key: string }>(sql`
    insert into stay (id, vehicle_key, location_uid, arrival, departure, ${detailSql.columns()}, rule_key, rule_version_key, original_date,
      created_at, updated_at)
    select id, "vehicleKey", ${depot.location.uid}, to_timestamp(arrival / 1000.0), to_timestamp(departure / 1000.0),
      ${detailSql.columns('occurrence')}, "ruleKey", "ruleVersionKey",
      "originalDate", to_timestamp("knownSince" / 1000.0), ${new Date(depot.now).toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(occurrences)}::text::jsonb) as occurrence (id text, "vehicleKey" bigint,
      arrival float8, departure float8, ${detailSql.types()}, "ruleKey" bigint, "ruleVersionKey" bigint, "originalDate" date, "knownSince" float8)
    where not exists (select 1 from stay other where other.vehicle_key = occurrence."vehicleKey"
      and other.departure = to_timestamp(occurrence.departure / 1000.0))
    on conflict (id) do nothing returning id, key`)
  if (whenChanged === 'refuse' && inserted.length < occurrences.length) throw new InputsChanged()
  return new Map(inserted.map(({ id, key }) => [id, Number(key)]))
}

function occurrenceRow({
  id,
  vehicleKey,
  arrival,
  departure,
  knownSince,
  occurrence,
  ...stay
}: DepotStay): Record<string, unknown> {
  return { id, vehicleKey, arrival, departure, knownSince, ...detailRow(stay), ...occurrence }
}

async function holdVehicles(tx: Database, stays: DepotStay[], whenChanged: 'refuse' | 'skip'): Promise<Set<number>> {
  const keys = [...new Set(stays.map(({ vehicleKey }) => vehicleKey))]
  const held = await tx.execute<{ key: string }>(sql`
    select key from vehicle where key in ${keys} and deleted_at is null order by key
    for no key update ${whenChanged === 'refuse' ? sql`nowait` : sql`skip locked`}`)
  return new Set(held.map(({ key }) => Number(key)))
}
