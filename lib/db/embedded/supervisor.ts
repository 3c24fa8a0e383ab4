import { setTimeout as sleep } from 'node:timers/promises'
import type { Postmaster } from '@/lib/db/embedded/postmaster'
import { isRunning } from '@/lib/db/embedded/process-identity'
import type { Logger } from '@/lib/log'

const lookEveryMs = 200
const longestPauseMs = 5_000

/**
 * Looks after a running server and has it started again when it has died, for as long as it takes.
 * Does not keep the process alive by itself.
 * @returns a function that ends the watch and resolves when no start is under way any more
 */
export function supervise(first: Postmaster, log: Logger, restart: () => Promise<Postmaster>): () => Promise<void> {
  const end = new AbortController()
  const watching = (async () => {
    let current = first
    let pauseMs = lookEveryMs
    while (!end.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: end.signal, ref: false }).catch(() => {})
      if (end.signal.aborted || isRunning(current.process)) continue
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
