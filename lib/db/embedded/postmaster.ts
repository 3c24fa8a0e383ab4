import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, isRunning, type ProcessIdentity } from '@/lib/db/embedded/process-identity'

/** A PostgreSQL server that runs on a cluster. */
export type Postmaster = { process: ProcessIdentity; port: number }

function commandOf(pid: number): string[] {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(' ')
}

/**
 * Whether the process is surely no server of this cluster, but one that has the pid of an earlier server. Where the
 * platform does not tell (root in a container may not look at the folder of another user's process), it is not sure.
 */
function isStranger(pid: number, cluster: string): boolean {
  if (process.platform === 'win32') return false
  try {
    const command = commandOf(pid)
    if (command.includes(cluster)) return false
    if (!basename(command[0] ?? '').startsWith('postgres')) return true
    return process.platform === 'linux' && readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(cluster)
  } catch {
    return false
  }
}

/**
 * The server that runs on the cluster according to its `postmaster.pid`, or null. A file left by a server that is gone
 * is of no effect, also when another process has its pid by now.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const identity = identify(Number(lines[0]))
  if (identity === null || isStranger(identity.pid, cluster)) return null
  return { process: identity, port: Number(lines[3]) || 0 }
}

/** Removes a `postmaster.pid` whose server is gone, which PostgreSQL would respect if its pid is somebody else's now. */
export function clearStalePidFile(cluster: string): void {
  if (process.platform !== 'win32' && findPostmaster(cluster) === null) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
  }
}

/** Waits for the server's end. @returns whether it came in time */
export async function waitForEnd(postmaster: Postmaster, timeoutMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + timeoutMs
  while (isRunning(postmaster.process)) {
    if (performance.now() > giveUpAt) return false
    await sleep(20)
  }
  return true
}

/**
 * Asks the server to end its connections, write everything and stop (a "fast" shutdown).
 * @returns whether it did in time; if not, it goes on stopping by itself
 */
export async function stopPostmaster(postmaster: Postmaster, timeoutMs: number): Promise<boolean> {
  try {
    process.kill(postmaster.process.pid, 'SIGINT')
  } catch {
    // It has ended by itself.
  }
  return waitForEnd(postmaster, timeoutMs)
}
