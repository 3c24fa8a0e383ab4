import { setTimeout as sleep } from 'node:timers/promises'
import type { FullDisk } from '@/lib/db/disk-room'
import type { Postmaster } from '@/lib/db/embedded/postmaster'
import { isRunning } from '@/lib/db/embedded/process-identity'
import type { Logger } from '@/lib/log'

const lookEveryMs = 200
const longestPauseMs = 5_000
const tellEveryMs = 60_000

/** Whether a start has to wait for room on the disk; says so once, and not at every look. */
function waitingForRoom(log: Logger): (full: FullDisk | null) => boolean {
  let told = false
  return (full) => {
    if (full && !told)
      log.error(
        { ...full },
        'the embedded database has ended, and its disk is full: it starts again once there is room',
      )
    told = full !== null
    return told
  }
}

/** Waits until the disk has room for a server to start. */
export async function waitForRoom(log: Logger, roomFor: () => FullDisk | null): Promise<void> {
  for (let full = roomFor(); full; full = roomFor()) {
    log.error({ ...full }, 'the disk is full: the embedded database starts once there is room')
    const toldAt = performance.now()
    while (roomFor() && performance.now() - toldAt < tellEveryMs) await sleep(lookEveryMs)
  }
}

/**
 * Looks after a running server and has it started again when it has died, for as long as it takes; on a full disk, which
 * no server survives, once there is room. Does not keep the process alive by itself.
 * @returns a function that ends the watch and resolves when no start is under way any more
 */
export function supervise(
  first: Postmaster,
  log: Logger,
  restart: () => Promise<Postmaster>,
  roomFor: () => FullDisk | null,
): () => Promise<void> {
  const end = new AbortController()
  const waiting = waitingForRoom(log)
  const watching = (async () => {
    let current = first
    let pauseMs = lookEveryMs
    while (!end.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: end.signal, ref: false }).catch(() => {})
      if (end.signal.aborted || isRunning(current.process)) continue
      if (waiting(roomFor())) continue
      try {
        log.warn({ postgresPid: current.process.pid }, 'the embedded database has died; starting it again')
        current = await restart()
        pauseMs = lookEveryMs
        log.info({ postgresPid: current.process.pid }, 'the embedded database is back')
      } catch (error) {
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
        log.error({ err: error }, 'the embedded database could not be started; trying again')
      }
    }
  })()
  return async () => {
    end.abort()
    await watching
  }
}
