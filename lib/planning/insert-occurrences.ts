import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { isAskedAgain } from '@/lib/plan-request/waiting-request'
import type { Depot } from '@/lib/planning/depot'
import { InputsChanged } from '@/lib/planning/inputs-changed'
import type { PlanningResult } from '@/lib/planning/plan-batches'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { insertStays } from '@/lib/stays/write-stays'

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
  const occurrences = stays.filter(({ vehicleKey }) => held.has(vehicleKey))
  const rows = occurrences.map((stay) => ({ ...stay, locationUid: depot.location.uid }))
  const inserted = await insertStays(tx, rows, depot.now, { whereFree: true })
  if (whenChanged === 'refuse' && inserted.size < occurrences.length) throw new InputsChanged()
  return inserted
}

async function holdVehicles(tx: Database, stays: DepotStay[], whenChanged: 'refuse' | 'skip'): Promise<Set<number>> {
  const keys = [...new Set(stays.map(({ vehicleKey }) => vehicleKey))]
  const held = await tx.execute<{ key: string }>(sql`
    select key from vehicle where key in ${keys} and deleted_at is null order by key
    for no key update ${whenChanged === 'refuse' ? sql`nowait` : sql`skip locked`}`)
  return new Set(held.map(({ key }) => Number(key)))
}
