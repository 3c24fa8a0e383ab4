import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { migrationsFolder } from '@/lib/db/migrate'
import { Refusal } from '@/lib/errors'

const PATIENCE_MS = 3_000

/**
 * Whether the database answers and has every migration of this version.
 * @throws Refusal 503 that says which of the two is missing
 */
export async function checkReady(db: Database): Promise<void> {
  const applied = await Promise.race([
    countApplied(db).catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref()),
  ])
  if (applied === null)
    throw new Refusal('unavailable', 'The database does not answer.', { headers: { 'Retry-After': '2' } })
  if (applied < migrationsOfThisVersion())
    throw new Refusal('unavailable', 'The database has not been migrated to this version yet.', {
      headers: { 'Retry-After': '2' },
    })
}

async function countApplied(db: Database): Promise<number> {
  const rows = await db.execute<{ count: string }>(sql`select count(*) from drizzle.__drizzle_migrations`)
  return Number(rows[0]?.count ?? 0)
}

let known: number | undefined

function migrationsOfThisVersion(): number {
  known ??= (
    JSON.parse(readFileSync(join(migrationsFolder(), 'meta', '_journal.json'), 'utf8')) as { entries: unknown[] }
  ).entries.length
  return known
}
