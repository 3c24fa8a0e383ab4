import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Logger } from '@/lib/log'

const shortestPauseMs = 500
const longestPauseMs = 30_000
/** A worker that lived this long was healthy: its death is a new matter, and the pause starts small again. */
const healthyAfterMs = 60_000

export type WorkerProcess = {
  /** Asks it to hand back its jobs and end; ends it by force after `withinMs`. */
  stop(withinMs: number): Promise<void>
}

function spawnWorker(root: string): ChildProcess {
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
  return spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'worker'], { cwd: root, stdio: [...stdio] })
}

/** Runs the worker as a child of this process, and again when it dies. When this process dies, the child ends too. */
export function keepWorker(root: string, log: Logger): WorkerProcess {
  let child: ChildProcess
  let pauseMs = shortestPauseMs
  let timer: NodeJS.Timeout | undefined
  let stopping = false

  function start(): void {
    const startedAt = performance.now()
    child = spawnWorker(root)
    child.once('error', (error) => log.error({ err: error }, 'the worker could not be started'))
    child.once('close', (code, signal) => {
      if (stopping) return
      pauseMs = performance.now() - startedAt > healthyAfterMs ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs)
      log.error({ code, signal, againInMs: pauseMs }, 'the worker has ended; starting it again')
      timer = setTimeout(start, pauseMs)
    })
  }

  async function stop(withinMs: number): Promise<void> {
    stopping = true
    clearTimeout(timer)
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    const ended = new Promise((fulfil) => child.once('exit', fulfil))
    const force = setTimeout(() => child.kill('SIGKILL'), withinMs)
    child.kill('SIGTERM')
    await ended
    clearTimeout(force)
  }

  start()
  return { stop }
}
