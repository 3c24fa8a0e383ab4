import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import { stay } from '@/lib/db/schema/schedule'
import { inTransaction } from '@/lib/db/transaction'
import { followChargeNow, holdSchedule } from '@/lib/planning/charge-now/held-schedule'
import { writeChargeNow } from '@/lib/stays/write-charge-now'

/**
 * Gives a vehicle that charges at full power back to the strategy. One that does not, or whose schedule is over, stays as
 * it is.
 * @throws Refusal 404
 */
export async function cancelChargeNow(
  { db, ...context }: Context,
  { scheduleId }: { scheduleId: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { schedule } = await holdSchedule({ ...context, db: tx }, scheduleId)
    const { chargeNow, ...after } = schedule
    if (!chargeNow || Date.parse(schedule.plannedDepartureTime) <= context.now) return
    const rows = await tx.select({ key: stay.key }).from(stay).where(eq(stay.id, scheduleId))
    const keys = rows.map(({ key }) => key)
    await writeChargeNow(tx, keys, null, context.now)
    await followChargeNow({ ...context, db: tx }, schedule, after)
  })
}
