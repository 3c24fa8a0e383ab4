import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import {
  backupFormat,
  type Manifest,
  manifestSchema,
  type TableHead,
  type Trailer,
  tableHeadSchema,
  trailerSchema,
} from '@/lib/db/backup/backup-format'

/** A backup in its order: its manifest, then its rows in batches, then what its trailer says. */
export type BackupPart =
  | { kind: 'manifest'; manifest: Manifest }
  /** `rows`: a JSON array of the rows. */
  | { kind: 'rows'; head: TableHead; rows: string }
  | { kind: 'trailer'; trailer: Trailer }

const newline = 10
const longestBatch = 500
const longestBatchLetters = 1_000_000

function broken(file: string): Error {
  return new Error(`${file} is no whole backup of Readyline: it is damaged or cut short.`)
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file)
  const unpacked = createGunzip()
  raw.once('error', (error) => unpacked.destroy(error))
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of raw.pipe(unpacked)) {
      rest = Buffer.concat([rest, chunk])
      let from = 0
      for (let at = rest.indexOf(newline); at !== -1; at = rest.indexOf(newline, from)) {
        yield rest.subarray(from, at).toString('utf8')
        from = at + 1
      }
      rest = rest.subarray(from)
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Error(`There is no file ${file}.`) : broken(file)
  }
}

function parse<T>(schema: z.ZodType<T>, line: string | undefined, file: string): T {
  try {
    return schema.parse(JSON.parse(line ?? ''))
  } catch {
    throw broken(file)
  }
}

function checkFormat(manifest: Manifest, file: string): Manifest {
  if (manifest.readylineBackup === backupFormat) return manifest
  throw new Error(
    `${file} has backup format ${manifest.readylineBackup}, and this version of Readyline reads format ${backupFormat}. Restore it with a newer version.`,
  )
}

/** Gathers rows, which come as JSON, into JSON arrays that are neither too many nor too long for one statement. */
class Batch {
  #rows: string[] = []
  #letters = 0

  add(row: string): void {
    this.#rows.push(row)
    this.#letters += row.length
  }

  get full(): boolean {
    return this.#rows.length >= longestBatch || this.#letters >= longestBatchLetters
  }

  *take(head: TableHead | undefined): Generator<BackupPart> {
    if (head && this.#rows.length > 0) yield { kind: 'rows', head, rows: `[${this.#rows.join(',')}]` }
    this.#rows = []
    this.#letters = 0
  }
}

/**
 * Reads a backup. Its parts come before its seal is checked, so whoever uses them must be able to take that back.
 * @throws with a sentence when the file is missing, damaged, cut short or of another format
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256')
  const batch = new Batch()
  let head: TableHead | undefined
  let manifest: Manifest | undefined
  for await (const line of linesOf(file)) {
    const sealed = hash.copy()
    hash.update(line).update('\n')
    if (manifest === undefined) {
      manifest = checkFormat(parse(manifestSchema, line, file), file)
      yield { kind: 'manifest', manifest }
    } else if (line.startsWith('[')) {
      batch.add(line)
      if (batch.full) yield* batch.take(head)
    } else if (line.startsWith('{"table":')) {
      yield* batch.take(head)
      head = parse(tableHeadSchema, line, file)
    } else {
      yield* batch.take(head)
      const trailer = parse(trailerSchema, line, file)
      if (trailer.sha256 !== sealed.digest('hex')) throw broken(file)
      yield { kind: 'trailer', trailer }
      return
    }
  }
  throw broken(file)
}
