import type { RecordedChange } from '@/lib/audit/list-changes-of'
import type { Context } from '@/lib/context'
import { type EvSchedule, SchedulePatch } from '@/lib/contract/schedule'
import { CHANGED_SINCE, DELETED_SINCE, differs, takenBack } from '@/lib/imports/taken-back'
import { changeSchedulesOf } from '@/lib/schedules/change-schedules-of'

/** What senders say of a schedule; its plan is the planner's. */
const SAID = [
  ...['locationUid', 'plannedArrivalTime', 'plannedDepartureTime', 'recurrenceRule'],
  ...['startSoC', 'targetSoC', 'minimumSoC', 'priority', 'externalId', 'blockId'],
]

/** What is done about one change: taken back, left with a reason, or nothing, because it is as it was before already. */
type Decision =
  | { change: RecordedChange; does: 'delete' | 'patch' | 'nothing' }
  | { change: RecordedChange; reason: string }

export type VehicleChanges = { vehicleId: string; changes: readonly RecordedChange[] }
export type RestoredSchedules = { restored: number; kept: { change: RecordedChange; reason: string }[] }

/**
 * Takes back what was changed of the schedules of vehicles, in as many statements as for one; those that were created go.
 * @throws Refusal as the verbs do
 */
export async function restoreSchedules(
  context: Context,
  vehicles: readonly VehicleChanges[],
): Promise<RestoredSchedules> {
  const answer: RestoredSchedules = { restored: 0, kept: [] }
  const toChange = vehicles.map(({ vehicleId, changes }) => ({
    vehicleId,
    ids: changes.map(({ objectId }) => objectId),
    locationUids: changes.flatMap(({ locationUids }) => locationUids ?? []),
    decide: (find: (id: string) => EvSchedule | undefined, isFrozen: (id: string) => boolean) => {
      const decided = changes.map((change) => {
        const current = find(change.objectId)
        return decide(change, current && { ...current, planMeta: { frozen: isFrozen(change.objectId) } }, context.now)
      })
      const doing = (what: 'delete' | 'patch') =>
        decided.flatMap((one) => ('does' in one && one.does === what ? [one.change] : []))
      const [gone, changed] = [doing('delete'), doing('patch')]
      answer.restored += gone.length + changed.length
      answer.kept.push(...decided.flatMap((one) => ('reason' in one ? [one] : [])))
      return { remove: gone.map(({ objectId }) => objectId), patches: changed.map(patchOf) }
    },
  }))
  await changeSchedulesOf(
    context,
    toChange.filter(({ ids }) => ids.length > 0),
  )
  return answer
}

function decide(change: RecordedChange, current: EvSchedule | undefined, now: number): Decision {
  const { before, after } = change
  if (!after || (before === null && !current)) return { change, does: 'nothing' }
  if (!current) return { change, reason: DELETED_SINCE }
  const names = before === null ? SAID : namesOf(change)
  if (before !== null && !differs(names, current, before)) return { change, does: 'nothing' }
  if (Date.parse(current.plannedArrivalTime) <= now) return { change, reason: 'It has begun.' }
  if (differs(names, current, after) || (isFrozen(current) && !isFrozen(after)))
    return { change, reason: CHANGED_SINCE }
  return { change, does: before === null ? 'delete' : 'patch' }
}

/** Whether somebody holds its plan: that is said of a schedule, too, where all else of a plan is the planner's. */
function isFrozen({ planMeta }: { planMeta?: unknown }): boolean {
  return (planMeta as EvSchedule['planMeta'])?.frozen === true
}

function namesOf({ before, after }: RecordedChange): string[] {
  return SAID.filter((name) => name in (before ?? {}) || name in (after ?? {}))
}

function patchOf(change: RecordedChange): SchedulePatch {
  const values = takenBack(namesOf(change), { before: change.before ?? {}, after: change.after ?? {} })
  return SchedulePatch.parse({ id: change.objectId, ...values })
}
