import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations as migrateQueue } from 'graphile-worker'
import postgres from 'postgres'
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

/**
 * Brings the `database` (its URL) to this version's schema, the job queue's included. Safe when several instances start
 * at once: one migrates, the others wait. Runs on a connection of its own, which holds the lock.
 */
export async function migrate(database: string): Promise<void> {
  const url = withLimits(database, MAINTAINING)
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'readyline migrate' } })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    await applyMigrations(drizzle(sql), { migrationsFolder: migrationsFolder() })
    await migrateQueue({ connectionString: url })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
