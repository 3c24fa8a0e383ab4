import { z } from 'zod'

/*
 * A backup is one gzip file of JSON lines:
 *
 *   {"readylineBackup":1, …}           the manifest
 *   {"table":"vehicle","columns":[…]}  a table, followed by its rows: each an array of the columns' values
 *   ["1","bus-1",null,…]               as PostgreSQL writes them as text, which it reads back exactly
 *   …
 *   {"rows":{"vehicle":160, …},"sequences":{…},"sha256":"…"}  of everything before this line
 *
 * Rows go through SELECT and INSERT: postgres.js 3.4 can hang in COPY (porsager/postgres #499, #1173).
 */

/** The version of this format, not of the database's schema. */
export const backupFormat = 1

/** First line. `migrations`: what had made the schema, in order, as hashes of the migration files. */
export const manifestSchema = z.object({
  readylineBackup: z.number(),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestSchema>

/** The line before a table's rows. */
export const tableHeadSchema = z.object({ table: z.string(), columns: z.array(z.string()) })
export type TableHead = z.infer<typeof tableHeadSchema>

/** Last line. A sequence that was never used has no value. */
export const trailerSchema = z.object({
  rows: z.record(z.string(), z.number()),
  sequences: z.record(z.string(), z.string().nullable()),
  sha256: z.string(),
})
export type Trailer = z.infer<typeof trailerSchema>

/** What a backup or a restore has moved. */
export type BackupSummary = { tables: number; rows: number }

/** Counts what a trailer lists. */
export function summarise(rows: Record<string, number>): BackupSummary {
  const counts = Object.values(rows)
  return { tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0) }
}
