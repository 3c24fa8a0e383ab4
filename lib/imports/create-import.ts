import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { ImportedVehicle } from '@/lib/contract/import'
import { outsideDeadline } from '@/lib/db/deadline'
import { importRun, type LeftOut } from '@/lib/db/schema/import'
import { location } from '@/lib/db/schema/location'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal, refusalOf } from '@/lib/errors'
import { findImport } from '@/lib/imports/find-import'
import { type ImportedAnswer, importVehicle, schedulesAt } from '@/lib/imports/import-vehicle'
import { isOver } from '@/lib/imports/import-view'
import { currentRequest, log } from '@/lib/log'
import { failsAll, postScheduleBatch } from '@/lib/schedules/post-schedule-batch'
import { slices } from '@/lib/slices'

/** What is imported of one vehicle; `read` gives it, or throws the refusal of what is malformed. */
export type Row = { vehicleId: string; read: () => ImportedVehicle }
export type NewImport = {
  id?: string | null
  locationUid: string
  name?: string | null
  leftOut?: LeftOut[] | null
  rows: Row[]
}

/** What became of one vehicle, in request order. */
export type ImportOutcome = { vehicleId: string } & ({ answer: ImportedAnswer } | { thrown: unknown })
export type ImportResult = { id?: string; outcomes: ImportOutcome[] }

/** So much of what an import left out is kept. */
const MOST_LEFT_OUT = 1_000
/** So many calls are one import. */
const MOST_CALLS = 1_000

/**
 * Imports vehicles with their schedules, each in a transaction of its own, and keeps what the import did, so that it can
 * be undone. With `id` an import goes on. Vehicles that were not reached have the outcome that ended the call. `dryRun`: what would change, and nothing is written.
 * @throws Refusal 404 for an unknown location or import, 409 for an import that was undone, is over, or is somebody else's
 */
export async function createImport(
  context: Context,
  { rows, ...about }: NewImport,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportResult> {
  await requireLocation(context, about.locationUid)
  if (dryRun) return { outcomes: await importAll(context, about.locationUid, rows, true) }
  const id = await begin(context, about)
  const outcomes = await importAll(context, about.locationUid, rows, false)
  await outsideDeadline(() => count(context, id, outcomes))
  return { id, outcomes }
}

async function requireLocation({ db, who }: Context, uid: string): Promise<void> {
  const rows = canSeeLocation(who, uid)
    ? await db.select({ uid: location.uid }).from(location).where(eq(location.uid, uid))
    : []
  if (rows.length === 0) throw new Refusal('notFound', `There is no location ${uid}.`)
}

/** Vehicles of which only schedules are said are written many at once, which takes a tenth of the time. */
async function importAll(context: Context, locationUid: string, rows: readonly Row[], dryRun: boolean) {
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
      const outcome = await importOne(context, locationUid, one.imported, { dryRun, over })
      if ('thrown' in outcome && failsAll(outcome.thrown)) over = outcome
      outcomes.push(outcome)
    }
  }
  if (dryRun) for (const outcome of outcomes) if ('thrown' in outcome) refusalIn(outcome.thrown)
  return outcomes
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
  locationUid: string,
  imported: ImportedVehicle,
  { dryRun, over }: { dryRun: boolean; over: { thrown: unknown } | undefined },
): Promise<ImportOutcome> {
  const { vehicleId } = imported
  if (over) return { vehicleId, thrown: over.thrown }
  try {
    return { vehicleId, answer: await importVehicle(context, locationUid, imported, { dryRun }) }
  } catch (thrown) {
    return { vehicleId, thrown }
  }
}

/** @throws what is no refusal of one vehicle, but befalls the whole call: of a dry run nothing is stored in any case */
function refusalIn(thrown: unknown): void {
  const refusal = refusalOf(thrown)
  if (!refusal || refusal.code === 'unavailable') throw thrown
}

/** Writes down that this call belongs to the import, before it changes anything: what it does can be undone in any case. */
async function begin(context: Context, { id, locationUid, name, leftOut }: Omit<NewImport, 'rows'>): Promise<string> {
  const { db, who, now } = context
  const calls = [{ requestId: currentRequest()?.requestId ?? null, at: now }]
  const said = (leftOut ?? []).slice(0, MOST_LEFT_OUT)
  const at = new Date(now)
  if (!id) {
    const made = `imp_${now.toString(36)}${randomUUID().replaceAll('-', '')}`
    await db.insert(importRun).values({
      ...{ id: made, locationUid, name: name ?? null, byId: who.id, byName: who.name },
      ...{ startedAt: at, updatedAt: at, vehicles: 0, schedules: 0, leftOut: said, calls },
    })
    return made
  }
  await inTransaction(db, async (tx) => {
    const row = await findImport({ ...context, db: tx }, id, { lock: true })
    if (row.byId !== who.id || row.locationUid !== locationUid)
      throw new Refusal(
        'conflict',
        'This import is another’s, or for another location: begin a new one without its id.',
      )
    if (row.undone) throw new Refusal('conflict', 'This import was undone: begin a new one without its id.')
    if (isOver(row, now) || row.calls.length >= MOST_CALLS)
      throw new Refusal('conflict', 'This import is over: begin a new one without its id.')
    await tx
      .update(importRun)
      .set({
        updatedAt: at,
        leftOut: [...row.leftOut, ...said].slice(0, MOST_LEFT_OUT),
        calls: [...row.calls, ...calls],
      })
      .where(eq(importRun.key, row.key))
  })
  return id
}

/**
 * Writes down what became of the vehicles, however late it is. What is undone meanwhile, while vehicles were still
 * imported, can be undone again. Where the database is gone the answer says all the same what was stored.
 */
async function count(context: Context, id: string, outcomes: readonly ImportOutcome[]): Promise<void> {
  const answers = outcomes.flatMap((outcome) => ('answer' in outcome ? [outcome.answer] : []))
  const refused = outcomes.flatMap((outcome): LeftOut[] =>
    'thrown' in outcome ? [{ row: outcome.vehicleId, reason: reasonOf(outcome.thrown) }] : [],
  )
  const counted = inTransaction(context.db, async (tx) => {
    const row = await findImport({ ...context, db: tx }, id, { lock: true })
    await tx
      .update(importRun)
      .set({
        vehicles: row.vehicles + answers.length,
        schedules: row.schedules + answers.reduce((sum, { ids = [] }) => sum + ids.length, 0),
        leftOut: [...row.leftOut, ...refused].slice(0, MOST_LEFT_OUT),
        undone: answers.length > 0 ? null : row.undone,
      })
      .where(eq(importRun.key, row.key))
  })
  await counted.catch((err) => log.error({ err, importId: id }, 'what an import did could not be counted'))
}

function reasonOf(thrown: unknown): string {
  const refusal = refusalOf(thrown)
  const faults = refusal?.more.faults?.map(({ path, message }) => `${path} ${message}`) ?? []
  const reason = [refusal?.message ?? 'It was not imported: import it again.', ...faults].join(' ')
  return reason.slice(0, MOST_LEFT_OUT).toWellFormed().replaceAll('\0', '\uFFFD')
}
