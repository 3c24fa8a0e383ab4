import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations as migrateQueue } from 'graphile-worker'
import postgres, { type Sql } from 'postgres'
import { MAINTAINING, withLimits } from '@/lib/db/session-limits'

/** Any number that nobody else uses: instances that start at once wait here for the first of them. */
export const MIGRATION_LOCK = 7_235_105_911

/** The folder `drizzle/`, found from wherever this file was bundled to. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'drizzle', 'meta', '_journal.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The folder drizzle/ with the migrations is missing beside the app.')
    folder = parent
  }
  return join(folder, 'drizzle')
}

/** When each migration of this version was made: Drizzle notes that of the ones that it has applied. */
function knownMigrations(): Set<number> {
  const journal = join(migrationsFolder(), 'meta', '_journal.json')
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] }
  return new Set(entries.map(({ when }) => when))
}

/** @throws when the database has migrations that this version does not know: it would misread what they changed */
async function refuseNewerSchema(sql: Sql): Promise<void> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!table?.name) return
  const applied = await sql<{ at: string }[]>`select created_at as at from drizzle.__drizzle_migrations`
  const known = knownMigrations()
  const unknown = applied.filter(({ at }) => !known.has(Number(at))).length
  if (unknown > 0)
    throw new Error(
      `The database was brought to the schema of a newer Readyline: it has ${unknown === 1 ? 'a change' : `${unknown} changes`} that this version does not know. Start that version, or one after it; to go back, restore a backup that this version made.`,
    )
}

/**
 * Brings the `database` (its URL) to this version's schema, the job queue's included. Safe when several instances start
 * at once: one migrates, the others wait. Runs on a connection of its own, which holds the lock.
 * @throws with a sentence when the database has the schema of a newer version
 */
export async function migrate(database: string): Promise<void> {
  const url = withLimits(database, MAINTAINING)
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'readyline migrate' } })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    await refuseNewerSchema(sql)
    await applyMigrations(drizzle(sql), { migrationsFolder: migrationsFolder() })
    await migrateQueue({ connectionString: url })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
