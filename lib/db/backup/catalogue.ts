import type { Sql, TransactionSql } from 'postgres'
import type { TableHead } from '@/lib/db/backup/backup-format'

/** Values as text must not depend on how the server or the user is set up. */
export const plainText = { TimeZone: 'UTC', DateStyle: 'ISO, YMD', IntervalStyle: 'iso_8601', client_encoding: 'UTF8' }

/**
 * The tables of the app with the columns that have to be stored, from the database itself: a new table comes along by
 * itself, and one that may not be read fails loudly.
 */
export async function listTables(sql: Sql | TransactionSql): Promise<TableHead[]> {
  return sql<TableHead[]>`
    select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`
}

/** The migrations that made the schema, oldest first; none when there is no schema yet. */
export async function listMigrations(sql: Sql | TransactionSql): Promise<string[]> {
  const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`
  if (!found?.there) return []
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by created_at, id`
  return rows.map((row) => row.hash)
}

/** The last value of each sequence; null when it was never used. */
export async function listSequences(sql: Sql | TransactionSql): Promise<Record<string, string | null>> {
  const rows = await sql<{ name: string; last: string | null }[]>`
    select sequencename::text as name, last_value::text as last from pg_sequences where schemaname = 'public'`
  return Object.fromEntries(rows.map((row) => [row.name, row.last]))
}
