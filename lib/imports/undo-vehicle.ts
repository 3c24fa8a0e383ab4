import type { RecordedChange } from '@/lib/audit/list-changes-of'
import type { Context } from '@/lib/context'
import type { ImportKept, UndoImportAnswer } from '@/lib/contract/import'
import { inTransactionOrDryRun } from '@/lib/db/rehearse'
import { refusalOf } from '@/lib/errors'
import { joinChanges } from '@/lib/imports/join-changes'
import { restoreSchedules } from '@/lib/imports/restore-schedules'
import { restoreVehicle } from '@/lib/imports/restore-vehicle'
import { failsAll } from '@/lib/schedules/post-schedule-batch'
import { listVehicleOwners } from '@/lib/schedules/vehicle-owner'

/**
 * Takes back changes of one vehicle and of its schedules, in one transaction: the schedules first, which came after it.
 * What is as before already is left out, so that who is interrupted asks again.
 * @param changes the last first
 * @throws what is no refusal of this vehicle: then nothing of it is taken back
 */
export async function undoVehicle(
  context: Context,
  vehicleId: string,
  changes: readonly RecordedChange[],
  { dryRun }: { dryRun: boolean },
): Promise<UndoImportAnswer> {
  try {
    return await inTransactionOrDryRun(context.db, { dryRun }, (tx) => undo({ ...context, db: tx }, vehicleId, changes))
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (!refusal || failsAll(thrown)) throw thrown
    return { restored: 0, kept: changes.map((change) => keptOf(change, refusal.message)) }
  }
}

async function undo(
  context: Context,
  vehicleId: string,
  changes: readonly RecordedChange[],
): Promise<UndoImportAnswer> {
  const locationUids = [...new Set(changes.flatMap((change) => change.locationUids ?? []))]
  // What is judged stays so until the commit.
  await listVehicleOwners(context.db, context.who, [vehicleId], { lock: 'wait', locationUids })
  const schedules = joinChanges(changes.filter(({ kind }) => kind === 'schedule'))
  const { restored, kept } = await restoreSchedules(context, vehicleId, schedules)
  const answer = { restored, kept: kept.map(({ change, reason }) => keptOf(change, reason)) }
  for (const change of changes.filter(({ kind }) => kind === 'vehicle')) {
    const done = await restoreVehicle(context, change)
    if (done === 'restored') answer.restored += 1
    else if (done) answer.kept.push(keptOf(change, done.reason))
  }
  return answer
}

/** A change that stays as it is. */
export function keptOf({ kind, objectId, vehicleId }: RecordedChange, reason: string): ImportKept {
  return { kind, id: objectId, vehicleId, reason }
}
