import { eq } from 'drizzle-orm'
import { listChangesOf, type RecordedChange } from '@/lib/audit/list-changes-of'
import type { Context } from '@/lib/context'
import type { UndoImportAnswer } from '@/lib/contract/import'
import { toTimestamp } from '@/lib/contract/timestamp'
import { importRun } from '@/lib/db/schema/import'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { findImport } from '@/lib/imports/find-import'
import { type ImportRow, undoUntil } from '@/lib/imports/import-view'
import { undoVehicle } from '@/lib/imports/undo-vehicle'

/**
 * Takes back what an import did, each vehicle in one transaction: what was changed since, and schedules that have begun,
 * stay as they are and are named. `dryRun`: the same answer, and nothing is written.
 * @throws Refusal 404; 409 once its day is over, or where it was undone
 */
export async function undoImport(
  context: Context,
  { importId, dryRun = false }: { importId: string; dryRun?: boolean },
): Promise<UndoImportAnswer> {
  const { db, who, now } = context
  const row = await findImport(context, importId)
  refuseTooLate(row, now)
  const answer: UndoImportAnswer = { restored: 0, kept: [] }
  for (const [vehicleId, changes] of byVehicle(await listChangesOf(db, row.byId, row.calls))) {
    const undone = await undoVehicle(context, vehicleId, changes, { dryRun })
    answer.restored += undone.restored
    answer.kept.push(...undone.kept)
  }
  if (!dryRun)
    await inTransaction(db, async (tx) => {
      const { key } = await findImport({ ...context, db: tx }, importId, { lock: true })
      await tx
        .update(importRun)
        .set({ undone: { at: now, by: who.name, ...answer } })
        .where(eq(importRun.key, key))
    })
  return answer
}

function refuseTooLate(row: ImportRow, now: number): void {
  if (row.undone)
    throw new Refusal('conflict', `This import was undone at ${toTimestamp(row.undone.at)}, by ${row.undone.by}.`)
  if (undoUntil(row) < now)
    throw new Refusal(
      'conflict',
      'An import can be undone for a day, and that is over: change what is wrong by itself.',
    )
}

function byVehicle(changes: readonly RecordedChange[]): Map<string, RecordedChange[]> {
  const groups = new Map<string, RecordedChange[]>()
  for (const change of changes) {
    const group = groups.get(change.vehicleId)
    if (group) group.push(change)
    else groups.set(change.vehicleId, [change])
  }
  return groups
}
