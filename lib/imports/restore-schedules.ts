import type { RecordedChange } from '@/lib/audit/list-changes-of'
import type { Context } from '@/lib/context'
import { type EvSchedule, SchedulePatch } from '@/lib/contract/schedule'
import { refusalOf } from '@/lib/errors'
import { CHANGED_SINCE, DELETED_SINCE, differs, takenBack } from '@/lib/imports/taken-back'
import { deleteSchedules } from '@/lib/schedules/delete-schedule'
import { getSchedule } from '@/lib/schedules/get-schedule'
import { listVehicleSchedules } from '@/lib/schedules/list-vehicle-schedules'
import { patchSchedules } from '@/lib/schedules/patch-schedules'

/** What senders say of a schedule; its plan is the planner's. */
const SAID = [
  ...['locationUid', 'plannedArrivalTime', 'plannedDepartureTime', 'recurrenceRule'],
  ...['startSoC', 'targetSoC', 'minimumSoC', 'priority', 'externalId', 'blockId'],
]

/** What is done about one change: taken back, left with a reason, or nothing, because it is as it was before already. */
type Decision =
  | { change: RecordedChange; does: 'delete' | 'patch' | 'nothing' }
  | { change: RecordedChange; reason: string }

export type RestoredSchedules = { restored: number; kept: { change: RecordedChange; reason: string }[] }

/**
 * Takes back what was changed of one vehicle's schedules, in two calls however many they are; those that were created go.
 * @throws Refusal as the verbs do
 */
export async function restoreSchedules(
  context: Context,
  vehicleId: string,
  changes: readonly RecordedChange[],
): Promise<RestoredSchedules> {
  if (changes.length === 0) return { restored: 0, kept: [] }
  const listed = JSON.parse(await listVehicleSchedules(context, { vehicleId, plan: false }))
  const current = new Map<string, EvSchedule>(
    [...listed.recurringSchedules, ...listed.schedules].map((one: EvSchedule) => [one.id, one]),
  )
  // Rules that begin later than a list of what is to come reaches.
  for (const { objectId, after } of changes)
    if (after?.recurrenceRule && !current.has(objectId)) {
      const rule = await readSchedule(context, objectId)
      if (rule) current.set(objectId, rule)
    }
  const decided = changes.map((change) => decide(change, current.get(change.objectId), context.now))
  const doing = (what: 'delete' | 'patch') =>
    decided.flatMap((one) => ('does' in one && one.does === what ? [one.change] : []))
  const [gone, changed] = [doing('delete'), doing('patch')]
  if (gone.length > 0) await deleteSchedules(context, { vehicleId, scheduleIds: gone.map(({ objectId }) => objectId) })
  if (changed.length > 0) await patchSchedules(context, { vehicleId, schedules: changed.map(patchOf) })
  return {
    restored: gone.length + changed.length,
    kept: decided.flatMap((one) => ('reason' in one ? [one] : [])),
  }
}

function decide(change: RecordedChange, current: EvSchedule | undefined, now: number): Decision {
  const { before, after } = change
  if (!after || (before === null && !current)) return { change, does: 'nothing' }
  if (!current) return { change, reason: DELETED_SINCE }
  const names = before === null ? SAID : namesOf(change)
  if (before !== null && !differs(names, current, before)) return { change, does: 'nothing' }
  if (Date.parse(current.plannedArrivalTime) <= now) return { change, reason: 'It has begun.' }
  if (differs(names, current, after)) return { change, reason: CHANGED_SINCE }
  return { change, does: before === null ? 'delete' : 'patch' }
}

async function readSchedule(context: Context, id: string): Promise<EvSchedule | null> {
  try {
    return JSON.parse(await getSchedule(context, id))
  } catch (thrown) {
    if (refusalOf(thrown)?.code === 'notFound') return null
    throw thrown
  }
}

function namesOf({ before, after }: RecordedChange): string[] {
  return SAID.filter((name) => name in (before ?? {}) || name in (after ?? {}))
}

function patchOf(change: RecordedChange): SchedulePatch {
  const values = takenBack(namesOf(change), { before: change.before ?? {}, after: change.after ?? {} })
  return SchedulePatch.parse({ id: change.objectId, ...values })
}
