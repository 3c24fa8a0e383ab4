import type { RecordedChange } from '@/lib/audit/list-changes-of'
import type { Context } from '@/lib/context'
import type { ImportKept, UndoImportAnswer } from '@/lib/contract/import'
import { inTransactionOrDryRun } from '@/lib/db/rehearse'
import { refusalOf } from '@/lib/errors'
import { joinChanges } from '@/lib/imports/join-changes'
import { restoreSchedules, type VehicleChanges } from '@/lib/imports/restore-schedules'
import { restoreVehicle } from '@/lib/imports/restore-vehicle'
import { askingLast } from '@/lib/plan-request/request-plan'
import { failsAll } from '@/lib/schedules/post-schedule-batch'
import { listVehicleOwners } from '@/lib/schedules/vehicle-owner'

type Options = { dryRun: boolean }

/**
 * Takes back changes of vehicles and of their schedules, each vehicle whole or not at all. Those of which only schedules
 * were changed are one transaction, which takes a tenth of the time; where it is refused they are undone by halves, so
 * that only those stay that are refused alone. What is as before already is left out, so that who is interrupted asks again.
 * @param vehicles with their changes, the last first
 * @throws what is no refusal of a vehicle
 */
export async function undoVehicles(
  context: Context,
  vehicles: readonly VehicleChanges[],
  options: Options,
): Promise<UndoImportAnswer> {
  const [first] = vehicles
  if (!first) return { restored: 0, kept: [] }
  if (vehicles.length === 1) return undoVehicle(context, first, options)
  try {
    return await inTransactionOrDryRun(context.db, options, (tx) => undoSchedules({ ...context, db: tx }, vehicles))
  } catch (thrown) {
    if (failsAll(thrown)) throw thrown
    const half = Math.ceil(vehicles.length / 2)
    const before = await undoVehicles(context, vehicles.slice(0, half), options)
    const after = await undoVehicles(context, vehicles.slice(half), options)
    return { restored: before.restored + after.restored, kept: [...before.kept, ...after.kept] }
  }
}

async function undoVehicle(
  context: Context,
  { vehicleId, changes }: VehicleChanges,
  options: Options,
): Promise<UndoImportAnswer> {
  try {
    return await inTransactionOrDryRun(context.db, options, (tx) =>
      askingLast(tx, () => undo({ ...context, db: tx }, vehicleId, changes)),
    )
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (!refusal || failsAll(thrown)) throw thrown
    return { restored: 0, kept: changes.map((change) => keptOf(change, refusal.message)) }
  }
}

/** The schedules first, which came after their vehicle. */
async function undo(
  context: Context,
  vehicleId: string,
  changes: readonly RecordedChange[],
): Promise<UndoImportAnswer> {
  const locationUids = [...new Set(changes.flatMap((change) => change.locationUids ?? []))]
  // What is judged stays so until the commit.
  await listVehicleOwners(context.db, context.who, [vehicleId], { lock: 'wait', locationUids })
  const answer = await undoSchedules(context, [{ vehicleId, changes }])
  for (const change of changes.filter(({ kind }) => kind === 'vehicle')) {
    const done = await restoreVehicle(context, change)
    if (done === 'restored') answer.restored += 1
    else if (done) answer.kept.push(keptOf(change, done.reason))
  }
  return answer
}

async function undoSchedules(context: Context, vehicles: readonly VehicleChanges[]): Promise<UndoImportAnswer> {
  const schedules = vehicles.map(({ vehicleId, changes }) => ({
    vehicleId,
    changes: joinChanges(changes.filter(({ kind }) => kind === 'schedule')),
  }))
  const { restored, kept } = await restoreSchedules(context, schedules)
  return { restored, kept: kept.map(({ change, reason }) => keptOf(change, reason)) }
}

/** A change that stays as it is. */
export function keptOf({ kind, objectId, vehicleId }: RecordedChange, reason: string): ImportKept {
  return { kind, id: objectId, vehicleId, reason }
}
