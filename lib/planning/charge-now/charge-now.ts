import { lastEventAt } from '@/lib/charging/last-event-at'
import type { Context } from '@/lib/context'
import type { ChargeNowAnswer } from '@/lib/contract/schedule-answers'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { type ChargeNowObstacle, chargeNowObstacle } from '@/lib/planning/charge-now/charge-now-obstacle'
import { followChargeNow, type HeldSchedule, holdSchedule } from '@/lib/planning/charge-now/held-schedule'
import type { LocationRow } from '@/lib/planning/depot'
import { findLocation } from '@/lib/planning/get-load'
import { loadStays } from '@/lib/planning/load-depot'
import { NO_PLAN, type NoPlanReason, noPlanReasonOf } from '@/lib/planning/plannable'
import { chargeNowView } from '@/lib/stays/charge-now-view'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { standingOf } from '@/lib/stays/standing'
import { writeChargeNow } from '@/lib/stays/write-charge-now'
import { insertStays } from '@/lib/stays/write-stays'
import { DAY_MS } from '@/lib/time/interval'

/**
 * Has a vehicle charge at full power from now on, before all others, until its target, its departure, or until somebody
 * cancels it. Asked again it goes on as it is. `dryRun`: the answer with what would change, and nothing is written.
 * @throws Refusal 404; `conflict` with the reason where it cannot charge now
 */
export async function chargeNow(
  { db, ...context }: Context,
  { scheduleId }: { scheduleId: string },
  { dryRun }: { dryRun?: boolean } = {},
): Promise<ChargeNowAnswer> {
  const { who, now } = context
  return inTransaction(db, async (tx) => {
    const held = await holdSchedule({ ...context, db: tx }, scheduleId)
    const { stay, location } = await findChargeable(tx, held, now)
    const before = held.schedule
    const asked = stay.chargeNow ?? { since: now, by: who.name }
    const after = { ...before, chargeNow: chargeNowView(asked) }
    const message = `${before.evId} charges at full power from now on.`
    if (dryRun) return { success: true, message, updated: [{ before, after }] }
    if (stay.chargeNow === null) {
      await writeChargeNow(tx, [await keyOf(tx, stay, location.uid, now)], asked, now)
      await followChargeNow({ ...context, db: tx }, before, after)
    }
    return { success: true, message }
  })
}

/** The stay, where its vehicle can charge now. @throws Refusal `conflict` with the reason */
async function findChargeable(
  tx: Database,
  { schedule, vehicleKey }: HeldSchedule,
  now: number,
): Promise<{ stay: DepotStay; location: LocationRow }> {
  if (schedule.recurrenceRule && !schedule.recurringScheduleId)
    throw new Refusal('conflict', 'This is a rule: name the occurrence in which the vehicle is here.')
  const location = await findLocation(tx, schedule.locationUid)
  if (!location) throw new Refusal('notFound', `There is no location ${schedule.locationUid}.`)
  const followsEvents = (await lastEventAt(tx, location.uid, now)) !== null
  const stays = await loadStays(
    tx,
    location.uid,
    { from: now, to: now + DAY_MS },
    { followsEvents, vehicleKeys: [vehicleKey] },
  )
  const stay = stays.find(({ id }) => id === schedule.id)
  if (!stay) throw refusalFor(Date.parse(schedule.plannedArrivalTime) > now ? 'not-here' : 'ended')
  const standing = standingOf(stay, location, { now, followsEvents })
  const reason = noPlanReasonOf(stay.vehicle) ?? chargeNowObstacle(stay, standing, location)
  if (reason) throw refusalFor(reason)
  return { stay, location }
}

function refusalFor(reason: ChargeNowObstacle | NoPlanReason): Refusal {
  return new Refusal('conflict', REASONS[reason])
}

const REASONS: Record<ChargeNowObstacle | NoPlanReason, string> = {
  ...NO_PLAN,
  ended: 'The schedule has ended.',
  'not-here': 'The vehicle is not here: plug it in, then let it charge.',
  'at-target': 'The vehicle has its target: raise the target to charge more.',
  frozen: 'The plan is frozen: unfreeze it, then let the vehicle charge.',
  'scheduling-disabled': 'The vehicle has enableChargeScheduling false: it charges at full power as it is.',
}

/** An occurrence gets its row with this, as it would with its plan. */
async function keyOf(tx: Database, stay: DepotStay, locationUid: string, now: number): Promise<number> {
  if (stay.key !== null) return stay.key
  const key = (await insertStays(tx, [{ ...stay, locationUid }], now)).get(stay.id)
  if (key === undefined) throw new Error(`The stay ${stay.id} got no row.`)
  return key
}
