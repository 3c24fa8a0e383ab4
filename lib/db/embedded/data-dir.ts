import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** Whether the process runs as root, for which PostgreSQL refuses to work. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Makes the data folder and returns its real path. A folder that is new or empty becomes ours alone; for root, others
 * may pass through it (not list it), because the database below belongs to an unprivileged user.
 * @throws with a sentence when the folder cannot be made or written
 */
export function prepareDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const path = realpathSync(dataDir)
    if (readdirSync(path).length === 0) chmodSync(path, runsAsRoot() ? 0o711 : 0o700)
    return path
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The data folder ${dataDir} cannot be used (${reason}). Set DATA_DIR to a folder that this user may write.`,
    )
  }
}

/** Writes a file that is whole and on disk, or absent; false when it was there already. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, content)
    fsyncSync(file)
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    closeSync(file)
    rmSync(draft, { force: true })
  }
}

/**
 * The secret that signs sessions and JWTs, for an app with the embedded database: made at the first start and kept in
 * the data folder, readable by this user only. Two processes that make it at once get the same one.
 * @returns 64 hexadecimal digits
 */
export function keepAppSecret(dataDir: string): string {
  const path = join(prepareDataDir(dataDir), 'app-secret')
  createWhole(path, randomBytes(32).toString('hex'))
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new Error(
    `${path} holds fewer than 32 characters. Remove the file, and a new secret is made; everybody signs in again.`,
  )
}
