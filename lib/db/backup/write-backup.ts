import { createHash } from 'node:crypto'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres, { type TransactionSql } from 'postgres'
import {
  type BackupSummary,
  backupFormat,
  type Manifest,
  summarise,
  type TableHead,
} from '@/lib/db/backup/backup-format'
import { listMigrations, listSequences, listTables, plainText } from '@/lib/db/backup/catalogue'
import { MAINTAINING, withLimits } from '@/lib/db/session-limits'

const rowsAtOnce = 1_000

function toLine(value: object): string {
  return `${JSON.stringify(value)}\n`
}

async function readManifest(tx: TransactionSql, tables: TableHead[]): Promise<Manifest> {
  const migrations = await listMigrations(tx)
  if (migrations.length === 0)
    throw new Error('This database holds nothing of Readyline, so there is nothing to back up.')
  const [server] = await tx`select current_setting('server_version') as version`
  return {
    readylineBackup: backupFormat,
    createdAt: new Date().toISOString(),
    postgres: String(server?.version),
    migrations,
    tables: tables.map((head) => head.table),
  }
}

/** The values as a JSON array of text. */
function readRows(tx: TransactionSql, { table, columns }: TableHead) {
  const values = columns.map((column, index) => tx`${index > 0 ? tx`,` : tx``} ${tx(column)}::text`)
  return tx<{ row: string }[]>`select json_build_array(${values})::text as row from ${tx(table)}`.cursor(rowsAtOnce)
}

async function* readAll(tx: TransactionSql, counts: Record<string, number>): AsyncGenerator<string> {
  const tables = await listTables(tx)
  yield toLine(await readManifest(tx, tables))
  for (const head of tables) {
    yield toLine(head)
    counts[head.table] = 0
    for await (const rows of readRows(tx, head)) {
      counts[head.table] = (counts[head.table] ?? 0) + rows.length
      yield rows.map(({ row }) => `${row}\n`).join('')
    }
  }
}

/** Sequences are read last: their values are never behind the rows of the snapshot. */
async function* sealed(tx: TransactionSql, counts: Record<string, number>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const text of readAll(tx, counts)) {
    const bytes = Buffer.from(text)
    hash.update(bytes)
    yield bytes
  }
  yield Buffer.from(toLine({ rows: counts, sequences: await listSequences(tx), sha256: hash.digest('hex') }))
}

/**
 * Writes everything that the database at `url` holds of the app into one file, as it is at one moment, while the app
 * goes on. The file appears under its name only when it is whole and on disk; only this user may read it.
 * @returns how much is in it
 */
export async function writeBackup(url: string, file: string): Promise<BackupSummary> {
  const connection = { ...plainText, application_name: 'readyline backup' }
  const sql = postgres(withLimits(url, MAINTAINING), { max: 1, onnotice: () => {}, connection })
  const draft = `${file}.${process.pid}.draft`
  const counts: Record<string, number> = {}
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      const target = createWriteStream(draft, { mode: 0o600, flush: true })
      await pipeline(Readable.from(sealed(tx, counts)), createGzip(), target)
    })
    renameSync(draft, file)
    return summarise(counts)
  } finally {
    rmSync(draft, { force: true })
    await sql.end({ timeout: 5 })
  }
}
