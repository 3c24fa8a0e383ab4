import type { RecordedChange } from '@/lib/audit/list-changes-of'
import type { Context } from '@/lib/context'
import type { ImportKept, UndoImportAnswer } from '@/lib/contract/import'
import { inTransaction } from '@/lib/db/transaction'
import { refusalOf } from '@/lib/errors'
import { restoreSchedule } from '@/lib/imports/restore-schedule'
import { restoreVehicle } from '@/lib/imports/restore-vehicle'
import { Stays } from '@/lib/imports/stays'

/**
 * Takes back changes of one vehicle and of its schedules, in one transaction.
 * @param changes the last first; schedules were written after their vehicle, so they are taken back before it
 */
export async function undoVehicle(
  context: Context,
  changes: readonly RecordedChange[],
  { dryRun }: { dryRun: boolean },
): Promise<UndoImportAnswer> {
  const answer: UndoImportAnswer = { restored: 0, kept: [] }
  await inTransaction(context.db, async (tx) => {
    answer.restored = 0
    answer.kept = []
    for (const change of changes) {
      const reason = await undoChange({ ...context, db: tx }, change)
      if (reason === null) answer.restored += 1
      else answer.kept.push(keptOf(change, reason))
    }
    if (dryRun) throw new Rehearsed()
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof Rehearsed)) throw thrown
  })
  return answer
}

/** Ends the transaction of a dry run. */
class Rehearsed extends Error {}

/** @returns why the change stays; null: it was taken back */
async function undoChange(context: Context, change: RecordedChange): Promise<string | null> {
  try {
    await inTransaction(context.db, (tx) => {
      const inner = { ...context, db: tx }
      return change.kind === 'vehicle' ? restoreVehicle(inner, change) : restoreSchedule(inner, change)
    })
    return null
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (thrown instanceof Stays) return thrown.message
    if (!refusal || refusal.code === 'unavailable') throw thrown
    return refusal.message
  }
}

function keptOf({ kind, objectId, vehicleId }: RecordedChange, reason: string): ImportKept {
  return { kind, id: objectId, vehicleId, reason }
}
