import type { Context } from '@/lib/context'
import type { PostedSchedules } from '@/lib/contract/schedule'
import type { PostSchedulesAnswer } from '@/lib/contract/schedule-answers'
import { inTransaction } from '@/lib/db/transaction'
import { prepareRules } from '@/lib/schedules/prepare-rules'
import { reconcileVehicles } from '@/lib/schedules/reconcile-vehicles'

/** `dryRun`: the answer with what would change, and nothing is written. `maxRemoved`: more removals are refused. */
export type PostOptions = { dryRun?: boolean; maxRemoved?: number }

/**
 * Creates a vehicle's schedules, or reconciles all that are to come. Calls for one vehicle are one after the other.
 * @throws Refusal 404, 400 and 422 with all faults, 409 for an overlap with what stays or too many removals
 */
export async function postSchedules(
  context: Context,
  { vehicleId, ...posted }: { vehicleId: string } & PostedSchedules,
  { dryRun, maxRemoved }: PostOptions = {},
): Promise<PostSchedulesAnswer> {
  await prepareRules(posted.schedules)
  return inTransaction(context.db, async (tx) => {
    const [outcome] = await reconcileVehicles({ ...context, db: tx }, [{ vehicleId, posted, maxRemoved }], { dryRun })
    if (!outcome) throw new Error('One vehicle was posted, and there is no outcome.')
    if ('thrown' in outcome) throw outcome.thrown
    return outcome.answer
  })
}
