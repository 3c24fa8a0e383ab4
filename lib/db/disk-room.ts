import { statfsSync } from 'node:fs'
import { Refusal } from '@/lib/errors'
import { log } from '@/lib/log'

/**
 * Below this nothing is written to the embedded database: PostgreSQL ends with a panic when it cannot write its log, of
 * which one file has 16 MB, and reads would end with it.
 */
const LEAST_ROOM_BYTES = 32 * 1024 * 1024

/** Asking the file system costs a few microseconds; a burst of statements asks once. */
const BELIEVED_MS = 250

/** The launcher says here where the embedded database is, for every process and bundle of the app. */
const FOLDER = 'READYLINE_EMBEDDED_DATABASE'

/** Says where the embedded database is, to this process and those that it starts. */
export function watchRoomOf(folder: string): void {
  process.env[FOLDER] = folder
}

/** How many bytes the disk of a folder has free for who is not root. */
function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** A disk that is too full to write: how much is free, and what writing needs. */
export type FullDisk = { freeMegabytes: number; neededMegabytes: number }

/**
 * Whether the disk of a folder is too full for the database. Null: it is not, or it cannot be told, and that stops
 * nobody: PostgreSQL says itself when it cannot write.
 */
export function fullDiskAt(folder: string): FullDisk | null {
  try {
    const free = freeBytesAt(folder)
    if (free >= LEAST_ROOM_BYTES) return null
    return { freeMegabytes: megabytes(free), neededMegabytes: megabytes(LEAST_ROOM_BYTES) }
  } catch (error) {
    log.debug({ err: error, folder }, 'the room on the disk of the database cannot be told')
    return null
  }
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024)

let known: { readAt: number; full: FullDisk | null } | undefined

/** Whether the embedded database's disk is full at this moment; null: it is not, or the database is no embedded one. */
export function fullDisk(): FullDisk | null {
  const folder = process.env[FOLDER]
  if (!folder) return null
  const now = performance.now()
  if (known && now - known.readAt < BELIEVED_MS) return known.full
  const full = fullDiskAt(folder)
  if (Boolean(full) !== Boolean(known?.full)) tell(full, folder)
  known = { readAt: now, full }
  return full
}

function tell(full: FullDisk | null, folder: string): void {
  if (full) log.error({ ...full, folder }, 'the disk of the database is full: writing is refused until there is room')
  else log.info({ folder }, 'the disk of the database has room again')
}

/** @throws Refusal 503 that says why, when there is no room to write */
export function refuseWithoutRoom(): void {
  const full = fullDisk()
  if (full) throw diskIsFull(full)
}

/** Says to whoever writes that nothing was stored, why, and that it goes on by itself. */
export function diskIsFull(full?: FullDisk): Refusal {
  return new Refusal(
    'unavailable',
    full
      ? `The disk of the database is full: ${full.freeMegabytes} MB are free, and writing needs ${full.neededMegabytes} MB. Nothing was stored; reading goes on, and writing does as soon as there is room.`
      : 'The disk of the database is full. Nothing was stored; reading goes on, and writing does as soon as there is room.',
    { headers: { 'Retry-After': '30' } },
  )
}
