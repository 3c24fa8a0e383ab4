import { eq } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import { importRun } from '@/lib/db/schema/import'
import { Refusal } from '@/lib/errors'
import type { ImportRow } from '@/lib/imports/import-view'

/** One import. `lock` holds it until the transaction ends. @throws Refusal 404 */
export async function findImport({ db, who }: Context, id: string, { lock = false } = {}): Promise<ImportRow> {
  const query = db.select().from(importRun).where(eq(importRun.id, id))
  const [row] = lock ? await query.for('no key update') : await query
  if (!row || !canSeeLocation(who, row.locationUid))
    throw new Refusal('notFound', `There is no import with the id ${id}.`)
  return row
}
