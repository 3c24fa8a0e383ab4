import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The unprivileged user that PostgreSQL runs as when the app runs as root. */
export type ServerUser = { name: string; uid: number; gid: number }

function readPasswd(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
  } catch {
    return []
  }
}

/** The user `nobody`, by this machine's own numbers. */
export function nobody(): ServerUser {
  const entry = readPasswd().find(([name]) => name === 'nobody')
  return { name: 'nobody', uid: Number(entry?.[2] ?? 65_534), gid: Number(entry?.[3] ?? 65_534) }
}

/** Whoever owns what stands at `path`. */
export function ownerOf(path: string): ServerUser {
  const { uid, gid } = statSync(path)
  return { name: readPasswd().find((entry) => entry[2] === String(uid))?.[0] ?? `user ${uid}`, uid, gid }
}

function may(user: ServerUser, path: string, right: 1 | 5): boolean {
  const { uid, gid, mode } = statSync(path)
  const granted = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
  return (granted & right) === right
}

/**
 * Whether the user can read what stands at `path`: every folder above lets it pass.
 * @param right 5: read and enter (or run); 1: only pass through
 */
export function canReach(user: ServerUser, path: string, right: 1 | 5 = 5): boolean {
  const parent = dirname(path)
  return may(user, path, right) && (parent === path || canReach(user, parent, 1))
}
