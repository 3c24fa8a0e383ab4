import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { ImportOrigin } from '@/lib/contract/import'
import { importRun, type LeftOut } from '@/lib/db/schema/import'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal, refusalOf } from '@/lib/errors'
import { findImport } from '@/lib/imports/find-import'
import type { ImportedAnswer } from '@/lib/imports/import-vehicle'
import { isOver } from '@/lib/imports/import-view'
import { keepableText } from '@/lib/keepable-text'
import { currentRequest, log } from '@/lib/log'

/** What is said of an import beside what it imports. */
export type ImportAbout = {
  id?: string | null
  locationUid: string
  name?: string | null
  origin?: ImportOrigin | null
  leftOut?: LeftOut[] | null
}

/** What became of one vehicle, in request order. */
export type ImportOutcome = { vehicleId: string } & ({ answer: ImportedAnswer } | { thrown: unknown })

/** So much of what an import left out is kept, each reason up to so many characters. */
const MOST_LEFT_OUT = 1_000
const LONGEST_REASON = 1_000
/** So many calls are one import. */
const MOST_CALLS = 1_000

/**
 * Writes down that this call belongs to the import, before it changes anything: what it does can be undone in any case.
 * @returns the id of the import, and its origin: it keeps the one that it began with
 * @throws Refusal 404; 409 for an import that was undone, is over, or is somebody else's
 */
export async function beginImport(
  context: Context,
  { id, locationUid, name, origin, leftOut }: ImportAbout,
): Promise<{ id: string; origin: ImportOrigin }> {
  const { db, who, now } = context
  const calls = [{ requestId: currentRequest()?.requestId ?? null, at: now }]
  const said = (leftOut ?? []).slice(0, MOST_LEFT_OUT)
  const at = new Date(now)
  if (!id) {
    const made = `imp_${now.toString(36)}${randomUUID().replaceAll('-', '')}`
    const begun = { id: made, origin: origin ?? 'file' }
    await db.insert(importRun).values({
      ...{ ...begun, locationUid, name: name ?? null, byId: who.id, byName: who.name },
      ...{ startedAt: at, updatedAt: at, vehicles: 0, schedules: 0, leftOut: said, calls },
    })
    return begun
  }
  return inTransaction(db, async (tx) => {
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
    return { id, origin: row.origin }
  })
}

/**
 * Writes down what became of the vehicles, however late it is. What is undone meanwhile, while vehicles were still
 * imported, can be undone again. Where the database is gone the answer says all the same what was stored.
 */
export async function storeOutcomes(context: Context, id: string, outcomes: readonly ImportOutcome[]): Promise<void> {
  const answers = outcomes.flatMap((outcome) => ('answer' in outcome ? [outcome.answer] : []))
  const refused = outcomes.flatMap((outcome): LeftOut[] =>
    'thrown' in outcome ? [{ row: outcome.vehicleId, reason: reasonOf(outcome.thrown) }] : [],
  )
  const stored = inTransaction(context.db, async (tx) => {
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
  await stored.catch((err) => log.error({ err, importId: id }, 'what an import did could not be written down'))
}

const NOT_IMPORTED = 'It was not imported: import it again.'

function reasonOf(thrown: unknown): string {
  const refusal = refusalOf(thrown)
  // A refusal's own sentence is its first fault.
  const faults = refusal?.more.faults?.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  return keepableText(faults?.join('; ') || (refusal?.message ?? NOT_IMPORTED), LONGEST_REASON)
}
