import { eq } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { ImportedVehicle } from '@/lib/contract/import'
import { outsideDeadline } from '@/lib/db/deadline'
import { location } from '@/lib/db/schema/location'
import { Refusal, refusalOf } from '@/lib/errors'
import { type ImportHow, importVehicle, schedulesAt } from '@/lib/imports/import-vehicle'
import { beginImport, type ImportAbout, type ImportOutcome, storeOutcomes } from '@/lib/imports/store-import'
import { failsAll, postScheduleBatch } from '@/lib/schedules/post-schedule-batch'
import { slices } from '@/lib/slices'

/** What is imported of one vehicle; `read` gives it, or throws the refusal of what is malformed. */
export type Row = { vehicleId: string; read: () => ImportedVehicle }
export type NewImport = ImportAbout & { rows: Row[] }

export type ImportResult = { id?: string; outcomes: ImportOutcome[] }

/**
 * Imports vehicles with their schedules, each in a transaction of its own, and keeps what the import did, so that it can
 * be undone. With `id` an import goes on. One of the origin `edit` creates no vehicle. Vehicles that were not reached have
 * the outcome that ended the call. `dryRun`: what would change, and nothing is written.
 * @throws Refusal 404 for an unknown location or import, 409 for an import that was undone, is over, or is somebody else's
 */
export async function createImport(
  context: Context,
  { rows, ...about }: NewImport,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportResult> {
  await requireLocation(context, about.locationUid)
  const { locationUid } = about
  if (dryRun)
    return { outcomes: await importAll(context, rows, { locationUid, origin: about.origin ?? 'file', dryRun }) }
  const { id, origin } = await beginImport(context, about)
  const outcomes = await importAll(context, rows, { locationUid, origin, dryRun })
  await outsideDeadline(() => storeOutcomes(context, id, outcomes))
  return { id, outcomes }
}

async function requireLocation({ db, who }: Context, uid: string): Promise<void> {
  const rows = canSeeLocation(who, uid)
    ? await db.select({ uid: location.uid }).from(location).where(eq(location.uid, uid))
    : []
  if (rows.length === 0) throw new Refusal('notFound', `There is no location ${uid}.`)
}

/** Vehicles of which only schedules are said are written many at once, which takes a tenth of the time. */
async function importAll(context: Context, rows: readonly Row[], how: ImportHow) {
  const { locationUid, dryRun } = how
  const read = await readAll(rows)
  const plain = read.flatMap((one) => ('imported' in one && !one.imported.vehicle ? [one.imported] : []))
  const posted = plain.map(({ vehicleId, schedules }) => ({
    vehicleId,
    read: () => ({ schedules: schedulesAt(locationUid, schedules ?? []) }),
  }))
  const answered = (await postScheduleBatch(context, posted, { dryRun })).values()
  const outcomes: ImportOutcome[] = []
  let over: { thrown: unknown } | undefined
  for (const one of read) {
    if ('thrown' in one) outcomes.push(one)
    else if (!one.imported.vehicle) outcomes.push(...nextOf(answered))
    else {
      const outcome = await importOne(context, one.imported, how, over)
      if ('thrown' in outcome && failsAll(outcome.thrown)) over = outcome
      outcomes.push(outcome)
    }
  }
  // Of a dry run nothing is stored: what befalls all of its vehicles is its answer.
  for (const outcome of outcomes) if (dryRun && 'thrown' in outcome && befallsAll(outcome.thrown)) throw outcome.thrown
  return outcomes
}

function befallsAll(thrown: unknown): boolean {
  return refusalOf(thrown) === null || failsAll(thrown)
}

function nextOf<T>(values: Iterator<T>): T[] {
  const { done, value } = values.next()
  return done ? [] : [value]
}

type ReadRow = { vehicleId: string } & ({ imported: ImportedVehicle } | { thrown: unknown })

async function readAll(rows: readonly Row[]): Promise<ReadRow[]> {
  const pause = slices()
  const all: ReadRow[] = []
  for (const row of rows) {
    all.push(readRow(row))
    await pause()
  }
  return all
}

function readRow({ vehicleId, read }: Row): ReadRow {
  try {
    return { vehicleId, imported: read() }
  } catch (thrown) {
    return { vehicleId, thrown }
  }
}

/** `over`: what has befallen the whole call; then nothing more is tried. */
async function importOne(
  context: Context,
  imported: ImportedVehicle,
  how: ImportHow,
  over: { thrown: unknown } | undefined,
): Promise<ImportOutcome> {
  const { vehicleId } = imported
  if (over) return { vehicleId, thrown: over.thrown }
  try {
    return { vehicleId, answer: await importVehicle(context, imported, how) }
  } catch (thrown) {
    return { vehicleId, thrown }
  }
}
