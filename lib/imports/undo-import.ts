import { eq } from 'drizzle-orm'
import { listChangesOf, type RecordedChange } from '@/lib/audit/list-changes-of'
import { type Context, canSeeLocation } from '@/lib/context'
import type { UndoImportAnswer } from '@/lib/contract/import'
import { toTimestamp } from '@/lib/contract/timestamp'
import { outsideDeadline } from '@/lib/db/deadline'
import { importRun } from '@/lib/db/schema/import'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { findImport } from '@/lib/imports/find-import'
import { type ImportRow, undoUntil } from '@/lib/imports/import-view'
import type { VehicleChanges } from '@/lib/imports/restore-schedules'
import { keptOf, undoVehicles } from '@/lib/imports/undo-vehicles'
import { log } from '@/lib/log'

const LONGEST_MS = 45_000
/** So much of what undoing left is kept with the import. */
const MOST_KEPT = 1_000
const NO_TIME = 'There was no time for it: undo again.'

/**
 * Takes back what an import did, each vehicle in one transaction: what was changed since, and schedules that have begun,
 * stay as they are and are named. What could not be reached is named too, and is undone by asking again.
 * `dryRun`: the same answer, and nothing is written.
 * @param longestMs after this no further vehicle is begun
 * @throws Refusal 404; 409 once its day is over, where it was undone or went on meanwhile, or changed more than the caller sees
 */
export async function undoImport(
  context: Context,
  { importId, dryRun = false, longestMs = LONGEST_MS }: { importId: string; dryRun?: boolean; longestMs?: number },
): Promise<UndoImportAnswer> {
  const row = await findImport(context, importId)
  refuseTooLate(row, context.now)
  const changes = await listChangesOf(context.db, row.byId, row.calls)
  refuseHidden(context, changes)
  const { left, ...answer } = await undoAll(context, byVehicle(changes), { dryRun, longestMs })
  if (left.length === 0 && !dryRun) await outsideDeadline(() => markUndone(context, row, answer))
  return { ...answer, kept: [...answer.kept, ...left.map((change) => keptOf(change, NO_TIME))] }
}

type Options = { dryRun: boolean; longestMs: number }

/** @returns besides the answer what is `left`, because the time was over or the database failed after a part of it was stored */
async function undoAll(
  context: Context,
  vehicles: readonly VehicleChanges[],
  { dryRun, longestMs }: Options,
): Promise<UndoImportAnswer & { left: RecordedChange[] }> {
  const until = performance.now() + longestMs
  const answer: UndoImportAnswer = { restored: 0, kept: [] }
  let done = 0
  for (const part of partsOf(vehicles)) {
    if (performance.now() >= until) break
    try {
      const undone = await undoVehicles(context, part, { dryRun })
      answer.restored += undone.restored
      answer.kept.push(...undone.kept)
      done += part.length
    } catch (thrown) {
      if (dryRun || answer.restored === 0) throw thrown
      log.warn({ err: thrown, vehicleIds: part.map(({ vehicleId }) => vehicleId) }, 'an import was undone in part')
      break
    }
  }
  return { ...answer, left: vehicles.slice(done).flatMap(({ changes }) => changes) }
}

async function markUndone(context: Context, { id, calls }: ImportRow, answer: UndoImportAnswer): Promise<void> {
  const { db, who, now } = context
  await inTransaction(db, async (tx) => {
    const row = await findImport({ ...context, db: tx }, id, { lock: true })
    refuseTooLate(row, now)
    if (row.calls.length !== calls.length) throw new Refusal('conflict', 'The import went on meanwhile: undo it again.')
    await tx
      .update(importRun)
      .set({ undone: { at: now, by: who.name, ...answer, kept: answer.kept.slice(0, MOST_KEPT) } })
      .where(eq(importRun.key, row.key))
  })
}

/** A narrowed caller must not take back what they cannot see. @throws Refusal 409 without details */
function refuseHidden({ who }: Context, changes: readonly RecordedChange[]): void {
  if (who.locationUids === null) return
  if (changes.every(({ locationUids }) => locationUids?.every((uid) => canSeeLocation(who, uid)))) return
  throw new Refusal(
    'conflict',
    'This import changed more than the locations that you are limited to. Ask somebody with access to all of them to undo it.',
  )
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

/** So many vehicles are undone together, of which only schedules were changed; any other is by itself. */
const MOST_VEHICLES = 50

function partsOf(vehicles: readonly VehicleChanges[]): VehicleChanges[][] {
  const parts: VehicleChanges[][] = []
  let isOpen = false
  for (const one of vehicles) {
    const part = parts.at(-1)
    const isPlain = one.changes.every(({ kind }) => kind === 'schedule')
    if (part && isOpen && isPlain && part.length < MOST_VEHICLES) part.push(one)
    else parts.push([one])
    isOpen = isPlain
  }
  return parts
}

function byVehicle(changes: readonly RecordedChange[]): VehicleChanges[] {
  const groups = new Map<string, RecordedChange[]>()
  for (const change of changes) {
    const group = groups.get(change.vehicleId)
    if (group) group.push(change)
    else groups.set(change.vehicleId, [change])
  }
  return [...groups].map(([vehicleId, own]) => ({ vehicleId, changes: own }))
}
