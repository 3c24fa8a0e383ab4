import { type Change, recordChanges } from '@/lib/audit/record-changes'
import type { Context } from '@/lib/context'
import type { EvSchedule } from '@/lib/contract/schedule'
import { occurrenceId } from '@/lib/schedules/rule-occurrences'
import { differing, missing, type ScheduleChange } from '@/lib/schedules/schedule-change'
import { differenceOf } from '@/lib/schedules/schedule-difference'
import type { ScheduleState } from '@/lib/schedules/schedule-state'
import { slices } from '@/lib/slices'

/** Records what is different in the schedules of vehicles, in the transaction of the change. */
export async function recordScheduleChanges(context: Context, changes: readonly ScheduleChange[]): Promise<void> {
  const pause = slices()
  const all: Change[] = []
  for (const change of changes) {
    all.push(...changesOf(change))
    await pause()
  }
  await recordChanges(context, all)
}

function changesOf({ vehicleId, before, after }: ScheduleChange): Change[] {
  const { created, updated, removed } = differenceOf(vehicleId, before, after, removedIds(before, after))
  return [
    ...created.map((schedule) => change(null, schedule)),
    ...updated.map(({ before, after }) => change(before, after)),
    ...removed.map((schedule) => change(schedule, null)),
  ]
}

/** A dated stay that is gone, a rule that is gone or has ended, and an occurrence that is skipped from now on. */
function removedIds(before: ScheduleState, after: ScheduleState): string[] {
  const ended = [...before.rules.values()].filter(
    (rule) => rule.endedAt === null && (after.rules.get(rule.id)?.endedAt ?? null) !== null,
  )
  const stays = missing(before.stays, after.stays).filter(({ occurrence }) => occurrence === null)
  const gone = [...stays, ...missing(before.rules, after.rules), ...ended].map(({ id }) => id)
  return [...gone, ...skippedIds(before, after)]
}

function skippedIds(before: ScheduleState, after: ScheduleState): string[] {
  return differing(before.rules, after.rules).flatMap(({ id, exceptions }) => {
    const was = before.rules.get(id)?.exceptions
    return [...exceptions].flatMap(([day, { skipped }]) =>
      was && skipped && !was.get(day)?.skipped ? [occurrenceId(id, day)] : [],
    )
  })
}

function change(before: EvSchedule | null, after: EvSchedule | null): Change {
  const { id, evId } = (after ?? before) as EvSchedule
  return {
    ...{ kind: 'schedule', objectId: id, vehicleId: evId },
    locationUids: [before?.locationUid, after?.locationUid],
    ...{ before: before && said(before), after: after && said(after) },
  }
}

/** What the sender says of it: the plan is Readyline's, unless it was posted, and each has its versions. */
function said({ id: _id, evId: _evId, plan: _plan, ...schedule }: EvSchedule): Record<string, unknown> {
  return schedule
}
