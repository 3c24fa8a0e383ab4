import type { RecordedChange } from '@/lib/audit/list-changes-of'
import type { Context } from '@/lib/context'
import { type EvSchedule, SchedulePatch } from '@/lib/contract/schedule'
import { refusalOf } from '@/lib/errors'
import { DELETED_SINCE, refuseChanged, Stays, takenBack } from '@/lib/imports/stays'
import { deleteSchedule } from '@/lib/schedules/delete-schedule'
import { getSchedule } from '@/lib/schedules/get-schedule'
import { patchSchedules } from '@/lib/schedules/patch-schedules'

/** What senders say of a schedule; its plan is the planner's. */
const SAID = [
  ...['locationUid', 'plannedArrivalTime', 'plannedDepartureTime', 'recurrenceRule'],
  ...['startSoC', 'targetSoC', 'minimumSoC', 'priority', 'externalId', 'blockId'],
]

/**
 * Takes back what was changed of a schedule; one that was created goes.
 * @throws Stays with the reason; Refusal as the verbs do
 */
export async function restoreSchedule(context: Context, { objectId: id, vehicleId, before, after }: RecordedChange) {
  if (!after) return
  const current = await readSchedule(context, id)
  if (!current) throw new Stays(DELETED_SINCE)
  if (Date.parse(current.plannedArrivalTime) <= context.now) throw new Stays('It has begun.')
  if (before === null) {
    refuseChanged(SAID, current, after)
    return deleteSchedule(context, { vehicleId, scheduleId: id })
  }
  const names = SAID.filter((name) => name in before || name in after)
  refuseChanged(names, current, after)
  const patch = SchedulePatch.parse({ id, ...takenBack(names, { before, after }) })
  const { success } = await patchSchedules(context, { vehicleId, schedules: [patch] })
  if (!success) throw new Stays(DELETED_SINCE)
}

async function readSchedule(context: Context, id: string): Promise<EvSchedule | null> {
  try {
    return JSON.parse(await getSchedule(context, id))
  } catch (thrown) {
    if (refusalOf(thrown)?.code === 'notFound') return null
    throw thrown
  }
}
