import type { Context } from '@/lib/context'
import type { PostedSchedules, PostSchedulesAnswer } from '@/lib/contract/schedule'
import { type PostOptions, postSchedules } from '@/lib/schedules/post-schedules'
import { guardRemovals } from '@/lib/schedules/reconcile'

/** What became of one vehicle of a batch: its answer, or what was thrown. */
export type BatchOutcome = { vehicleId: string } & ({ answer: PostSchedulesAnswer } | { thrown: unknown })

/** One vehicle of a batch; `read` gives what is posted for it, or throws the refusal of what is malformed. */
export type BatchVehicle = { vehicleId: string; read: () => PostedSchedules }

/** So many vehicles of one batch are under way at once: enough to keep the database busy, not to own it. */
const AT_ONCE = 4

/**
 * Reconciles many vehicles, each in a transaction of its own: one vehicle's error does not touch another's.
 * `maxRemoved` counts the whole batch and is decided before anything is written.
 * @returns the outcomes in request order
 * @throws Refusal 409 when the batch would remove more than `maxRemoved`
 */
export async function postScheduleBatch(
  context: Context,
  vehicles: readonly BatchVehicle[],
  { dryRun = false, maxRemoved }: PostOptions = {},
): Promise<BatchOutcome[]> {
  const attempt = (vehicle: BatchVehicle, options: PostOptions) => outcomeOf(context, vehicle, options)
  if (maxRemoved === undefined) return inOrder(vehicles, (vehicle) => attempt(vehicle, { dryRun }))
  const rehearsal = await inOrder(vehicles, (vehicle) => attempt(vehicle, { dryRun: true }))
  const removals = rehearsal.map(removalsOf)
  guardRemovals(
    removals.reduce((sum, count) => sum + count, 0),
    maxRemoved,
  )
  if (dryRun) return rehearsal
  return inOrder(vehicles, (vehicle, index) => attempt(vehicle, { maxRemoved: removals[index] ?? 0 }))
}

async function outcomeOf(context: Context, vehicle: BatchVehicle, options: PostOptions): Promise<BatchOutcome> {
  const { vehicleId, read } = vehicle
  try {
    return { vehicleId, answer: await postSchedules(context, { ...read(), vehicleId }, options) }
  } catch (thrown) {
    return { vehicleId, thrown }
  }
}

function removalsOf(outcome: BatchOutcome): number {
  return 'answer' in outcome ? outcome.answer.removedScheduleIds.length : 0
}

async function inOrder<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const group = items.slice(start, start + AT_ONCE)
    results.push(...(await Promise.all(group.map((item, offset) => work(item, start + offset)))))
  }
  return results
}
