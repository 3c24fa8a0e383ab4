import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * One run of one process. A pid alone is not enough: after a crash the number may belong to somebody else, so the moment
 * of birth goes with it. `birth` is empty where the platform does not tell.
 */
export type ProcessIdentity = { pid: number; birth: string }

const onLinux = existsSync('/proc/self/stat')

/** Start time in clock ticks since boot, with the boot's id; null for a process that is gone or only a zombie. */
function birthFromProc(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The command stands in parentheses and may hold spaces, so fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
}

function birthFromPs(pid: number): string {
  if (process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The process that has this pid now, or null when there is none. */
export function identify(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 0 || !signalReaches(pid)) return null
  if (!onLinux) return { pid, birth: birthFromPs(pid) }
  try {
    const birth = birthFromProc(pid)
    return birth === null ? null : { pid, birth }
  } catch {
    // It ended between the two looks, or /proc hides the processes of others.
    return signalReaches(pid) ? { pid, birth: '' } : null
  }
}

/** Whether that very run of that process still goes on. */
export function isRunning(process: ProcessIdentity): boolean {
  const now = identify(process.pid)
  return now !== null && (now.birth === process.birth || now.birth === '' || process.birth === '')
}

/** The identity of the process that asks. */
export function ownIdentity(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, birth: '' }
}
