import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { SwapSchedulesBody } from '@/lib/contract/schedule'
import type { SwapSchedulesAnswer } from '@/lib/contract/schedule-answers'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { refuseHiddenChanges } from '@/lib/schedules/hidden-stays'
import { loadSchedulesOf } from '@/lib/schedules/load-schedules'
import { parseOccurrenceId } from '@/lib/schedules/rule-occurrences'
import { differenceOf } from '@/lib/schedules/schedule-difference'
import { storeScheduleChanges } from '@/lib/schedules/store-schedules'
import { type SwapSide, swapDuties, unknownSchedule } from '@/lib/schedules/swap-duties'
import { listVehicleOwners } from '@/lib/schedules/vehicle-owner'
import { inSlices } from '@/lib/slices'

type Side = SwapSide & { vehicleKey: number }

/**
 * Lets two vehicles exchange their duties in one transaction. Both are locked, in the order that all calls for several
 * vehicles have, so that swaps, and any other calls for these vehicles, are one after the other.
 * @param options.dryRun the answer with both schedules before and after, and nothing is written
 * @throws Refusal 404, 409, 422 as `swapDuties` does; 409 where stays would change that the caller does not see
 */
export async function swapSchedules(
  context: Context,
  { schedules }: SwapSchedulesBody,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<SwapSchedulesAnswer> {
  const { db, who, now } = context
  const canSee = (uid: string) => canSeeLocation(who, uid)
  return inTransaction(db, async (tx) => {
    const [first, second] = await loadSides(tx, who, { schedules, now, dryRun })
    const decided = await inSlices(swapDuties([first, second], { now, canSee }))
    const changes = [first, second].map(({ vehicleKey, vehicleId, state }, index) => {
      const after = decided[index as 0 | 1].next
      refuseHiddenChanges(state, after, now, canSee)
      return { vehicleKey, vehicleId, before: state, after }
    })
    const leaves = (index: 0 | 1) => `at ${toTimestamp(decided[index].departure)}`
    const [one, other] = [first.vehicleId, second.vehicleId]
    if (dryRun) {
      const updated = [first, second].flatMap(
        ({ vehicleId, state }, index) => differenceOf(vehicleId, state, decided[index as 0 | 1].next, []).updated,
      )
      return { success: true, message: `${one} would leave ${leaves(0)} and ${other} ${leaves(1)}.`, updated }
    }
    const concerned = await storeScheduleChanges({ ...context, db: tx }, changes)
    await requestPlans(tx, concerned, 'schedule-changed', `Vehicles ${one} and ${other} swapped their duties.`)
    return { success: true, message: `${one} now leaves ${leaves(0)} and ${other} ${leaves(1)}.` }
  })
}

type Asked = { schedules: SwapSchedulesBody['schedules']; now: number; dryRun: boolean }

/** Both schedules with all that is stored of their vehicles, which are locked from then on. */
async function loadSides(
  tx: Database,
  who: Context['who'],
  { schedules, now, dryRun }: Asked,
): Promise<readonly [Side, Side]> {
  const ids = schedules.map(({ id }) => id)
  const vehicleIds = await vehiclesOf(tx, ids)
  const owners = await listVehicleOwners(tx, who, [...new Set(vehicleIds.values())], { lock: 'wait' })
  const named = schedules.map(({ id, plannedDepartureTime: departure }) => {
    const owner = owners.get(vehicleIds.get(id) ?? '')
    if (!owner) throw unknownSchedule(id)
    return { id, departure, owner }
  })
  const wanted = named.map(({ owner }) => [owner.key, { ids, departures: [], withPlans: dryRun }] as const)
  const states = await loadSchedulesOf(tx, new Map(wanted), now)
  const [first, second] = named.map(({ id, departure, owner }): Side => {
    const state = states.get(owner.key) ?? { stays: new Map(), rules: new Map() }
    return { id, departure, vehicleId: owner.id, vehicleKey: owner.key, state }
  })
  if (!first || !second) throw new Error('A swap takes two schedules.')
  return [first, second]
}

/** The vehicle of each schedule or occurrence, by the schedule's id; a vehicle keeps its schedules, so no lock is needed. */
async function vehiclesOf(tx: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const ruleIds = ids.flatMap((id) => [id, parseOccurrenceId(id)?.ruleId ?? id])
  const listed = (values: readonly string[]) =>
    sql`(select value from jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb))`
  const rows = await tx.execute<{ id: string; vehicle_id: string }>(sql`
    select s.id, v.id as vehicle_id from stay s join vehicle v on v.key = s.vehicle_key
      where s.id in ${listed(ids)} and v.deleted_at is null
    union select r.id, v.id from rule r join vehicle v on v.key = r.vehicle_key
      where r.id in ${listed(ruleIds)} and v.deleted_at is null`)
  const known = new Map(rows.map(({ id, vehicle_id }) => [id, vehicle_id]))
  return new Map(
    ids.flatMap((id) => {
      const vehicleId = known.get(id) ?? known.get(parseOccurrenceId(id)?.ruleId ?? '')
      return vehicleId === undefined ? [] : [[id, vehicleId] as const]
    }),
  )
}
