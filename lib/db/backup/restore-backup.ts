import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres, { type Sql, type TransactionSql } from 'postgres'
import { type BackupSummary, type Manifest, summarise, type TableHead } from '@/lib/db/backup/backup-format'
import { listTables, plainText } from '@/lib/db/backup/catalogue'
import { type BackupPart, readBackup } from '@/lib/db/backup/read-backup'
import {
  applyMigrations,
  holdsData,
  migrationsAfter,
  migrationsUpTo,
  rebuildSchema,
  withoutForeignKeys,
} from '@/lib/db/backup/rebuild-schema'
import type { Database } from '@/lib/db/client'
import { MIGRATION_LOCK, migrate } from '@/lib/db/migrate'
import * as schema from '@/lib/db/schema'
import { MAINTAINING, withLimits } from '@/lib/db/session-limits'

/** A connection that was closed is still listed for a moment. */
const looks = 20
const betweenLooksMs = 100

async function refuseWhileInUse(tx: TransactionSql): Promise<void> {
  for (let look = 1; ; look += 1) {
    await tx`select pg_stat_clear_snapshot()`
    const [others] = await tx<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
        and backend_type = 'client backend'`
    if (others?.count === 0) return
    if (look === looks) {
      throw new Error(`The database is in use (${others?.count} connections). Stop the app, then restore again.`)
    }
    await sleep(betweenLooksMs)
  }
}

async function refuseToOverwrite(tx: TransactionSql, replace: boolean): Promise<void> {
  if (replace || !(await holdsData(tx, await listTables(tx)))) return
  throw new Error(
    'The database is not empty. Nothing was changed; --replace removes what is there and puts the backup in its place.',
  )
}

/** `(row ->> 0)::bigint, (row ->> 1)::text, …` for the columns as they are declared here. */
async function readersOf(tx: TransactionSql, { table, columns }: TableHead): Promise<string> {
  const declared = await tx<{ name: string; type: string }[]>`
    select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = quote_ident(${table})::regclass and attnum > 0 and not attisdropped`
  const types = new Map(declared.map(({ name, type }) => [name, type]))
  return columns
    .map((column, index) => {
      const type = types.get(column)
      if (type === undefined) throw new Error(`This backup has a column ${table}.${column} that its own schema lacks.`)
      return `(r ->> ${index})::${type}`
    })
    .join(', ')
}

async function insertRows(tx: TransactionSql, head: TableHead, readers: string, rows: string): Promise<number> {
  const { count } = await tx`
    insert into ${tx(head.table)} (${tx(head.columns)}) overriding system value
    select ${tx.unsafe(readers)} from json_array_elements(${rows}::text::json) r`
  return count
}

async function setSequences(tx: TransactionSql, sequences: Record<string, string | null>): Promise<void> {
  for (const [sequence, last] of Object.entries(sequences)) {
    if (last !== null) await tx`select setval(quote_ident(${sequence})::regclass, ${last}::text::bigint)`
  }
}

/** Inserts everything that follows the manifest. @returns how many rows each table has got */
async function fill(tx: TransactionSql, parts: AsyncGenerator<BackupPart>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const readers = new Map<string, string>()
  for await (const part of parts) {
    if (part.kind === 'rows') {
      const { table } = part.head
      const reader = readers.get(table) ?? (await readersOf(tx, part.head))
      readers.set(table, reader)
      counts[table] = (counts[table] ?? 0) + (await insertRows(tx, part.head, reader, part.rows))
    }
    if (part.kind === 'trailer') {
      const expected = Object.entries(part.trailer.rows)
      if (expected.some(([table, count]) => (counts[table] ?? 0) !== count))
        throw new Error('Rows have been lost on the way.')
      await setSequences(tx, part.trailer.sequences)
      return part.trailer.rows
    }
  }
  return counts
}

async function manifestOf(parts: AsyncGenerator<BackupPart>): Promise<Manifest> {
  const { value } = await parts.next()
  if (value?.kind !== 'manifest') throw new Error('The backup does not begin with its manifest.')
  return value.manifest
}

/** When the backup was made, and how much came out of it. */
export type Restored = BackupSummary & { madeAt: string }

type RestoreOptions = {
  /** Removes what the database holds; without it, one that holds data is refused. */
  replace: boolean
  /** Writes down that the database was restored, in the same transaction. */
  record: (db: Database, restored: Restored) => Promise<void>
}

/**
 * Puts a backup into the database at `url`, in one transaction: all of it or nothing. A backup of an earlier version is
 * brought to this version's schema. The app must not run on that database meanwhile.
 * @returns how much was restored
 * @throws with a sentence; the database is as it was
 */
export async function restoreBackup(url: string, file: string, { replace, record }: RestoreOptions): Promise<Restored> {
  const parts = readBackup(file)
  const manifest = await manifestOf(parts)
  const migrations = migrationsUpTo(manifest.migrations)
  const connection = { ...plainText, application_name: 'readyline restore' }
  const sql = postgres(withLimits(url, MAINTAINING), { max: 1, onnotice: () => {}, connection })
  try {
    const restored = await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '10s'`
      await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`
      await refuseWhileInUse(tx)
      await refuseToOverwrite(tx, replace)
      await rebuildSchema(tx, migrations)
      const counts = await withoutForeignKeys(tx, () => fill(tx, parts))
      await applyMigrations(tx, migrationsAfter(migrations))
      const summary = { ...summarise(counts), madeAt: manifest.createdAt }
      // Drizzle looks for the options that the driver leaves out of its transactions.
      const client = Object.assign(tx, { options: sql.options }) as unknown as Sql
      await record(drizzle(client, { schema, casing: 'snake_case' }), summary)
      return summary
    })
    await migrate(url)
    return restored
  } finally {
    await parts.return(undefined)
    await sql.end({ timeout: 5 })
  }
}
