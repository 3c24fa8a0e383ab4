import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { guardedPool } from '@/lib/db/guarded-pool'
import * as schema from '@/lib/db/schema'
import { SERVING, withLimits } from '@/lib/db/session-limits'
import { Turnstile } from '@/lib/db/turnstile'
import { limits } from '@/lib/limits'
import { forgetPerProcess, perProcess } from '@/lib/per-process'

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
 * Connections that are kept apart from all other work, so that no load takes them: `identity` for finding out who asks
 * and for health, which only read; `entrance` for signing in, where guesses wait for one another's counts.
 */
const PURPOSES = ['identity', 'entrance'] as const
export type Reserved = (typeof PURPOSES)[number]
const RESERVED = 3

/** Work that nobody waits for at a screen is patient. */
const PATIENT_MS = 30_000

/**
 * Opens a pool to `url`. Connections are made when needed, so this does not fail when the database is down.
 * @param url a PostgreSQL URL, version 15 or newer
 * @param options.longestWaitMs who waits longer for a free connection is refused (503)
 */
export function connect(url: string, options: { max?: number; longestWaitMs?: number } = {}): Connection {
  const max = options.max ?? POOL
  const sql = postgres(withLimits(url, SERVING), {
    max,
    idle_timeout: 60,
    connect_timeout: limits.connectMs / 1_000,
    // A database that is back is found at once, however long it was away.
    backoff: () => 0.5,
    onnotice: () => {},
    connection: { application_name: 'readyline', TimeZone: 'UTC' },
  })
  const guarded = guardedPool(sql, new Turnstile(max, options.longestWaitMs ?? PATIENT_MS))
  return { db: drizzle(guarded, { schema, casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 5 }) }
}

/**
 * The connection of this process, opened at its first use.
 * @throws when `DATABASE_URL` is not set: the launcher sets it, for the embedded database too
 */
export function connection(): Connection {
  return perProcess('connection', () => connect(databaseUrl(), { longestWaitMs: limits.connectionMs }))
}

/** The connections of this process that are kept for this purpose. @throws as `connection` does */
export function reservedConnection(purpose: Reserved): Connection {
  const options = { max: RESERVED, longestWaitMs: limits.connectionMs }
  return perProcess(`connection:${purpose}`, () => connect(databaseUrl(), options))
}

/** Closes the connections of this process, if there are any: queries under way finish. */
export async function closeConnection(): Promise<void> {
  const names = ['connection', ...PURPOSES.map((purpose) => `connection:${purpose}`)]
  await Promise.all(names.map((name) => forgetPerProcess<Connection>(name)?.close()))
}

/** The URL of this process's database. @throws when it is not set */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url)
    throw new Error('DATABASE_URL is not set. Start the app with npm start, which sets it for the embedded database.')
  return url
}
