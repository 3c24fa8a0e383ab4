import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { oneConnectionEach } from '@/lib/db/one-connection'
import * as schema from '@/lib/db/schema'
import { SERVING, withLimits } from '@/lib/db/session-limits'

/** The database or a transaction of it: verbs take either. */
export type Database = PostgresJsDatabase<typeof schema>

export type Connection = {
  db: Database
  /** The driver itself, for tests. The app goes through `db`, where nobody can ask for a connection too many. */
  sql: Sql
  close: () => Promise<void>
}

const POOL = 10

/**
 * Opens a pool to `url`. Connections are made when needed, so this does not fail when the database is down.
 * @param url a PostgreSQL URL, version 15 or newer
 */
export function connect(url: string, options: { max?: number } = {}): Connection {
  const sql = postgres(withLimits(url, SERVING), {
    max: options.max ?? POOL,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'readyline', TimeZone: 'UTC' },
  })
  return {
    db: drizzle(oneConnectionEach(sql), { schema, casing: 'snake_case' }),
    sql,
    close: () => sql.end({ timeout: 5 }),
  }
}

/** Survives the module reloads of `next dev`, which would otherwise open a pool each time. */
const shared = globalThis as { readylineConnection?: Connection }

/**
 * The connection of this process, opened at its first use.
 * @throws when `DATABASE_URL` is not set: the launcher sets it, for the embedded database too
 */
export function connection(): Connection {
  const url = process.env.DATABASE_URL
  if (!url)
    throw new Error('DATABASE_URL is not set. Start the app with npm start, which sets it for the embedded database.')
  shared.readylineConnection ??= connect(url)
  return shared.readylineConnection
}

/** Closes the connection of this process, if there is one: queries under way finish. */
export async function closeConnection(): Promise<void> {
  await shared.readylineConnection?.close()
  shared.readylineConnection = undefined
}
