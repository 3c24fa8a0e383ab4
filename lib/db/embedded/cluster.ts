import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from '@/lib/db/embedded/binaries'
import type { ServerLocation } from '@/lib/db/embedded/server-location'
import { runProgram } from '@/lib/db/embedded/server-process'

/** A database cluster on disk and what opens it. */
export type Cluster = { folder: string; password: string }

/** Superuser and database of the app within the embedded server. */
export const databaseName = 'readyline'

function give(serverLocation: ServerLocation, path: string): void {
  if (serverLocation.user) chownSync(path, serverLocation.user.uid, serverLocation.user.gid)
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/**
 * Fills a draft and renames it, so that a cluster is whole or absent, also when the power fails meanwhile. Each attempt
 * has a draft of its own: the programs of an app that was killed may still be writing into theirs.
 */
async function create(serverLocation: ServerLocation, binaries: Binaries): Promise<void> {
  const draft = `${serverLocation.clusterFolder}.draft-${randomBytes(4).toString('hex')}`
  const cluster = join(draft, 'cluster')
  const passwordFile = join(draft, 'password')
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600, flush: true })
  for (const path of [draft, cluster, passwordFile]) give(serverLocation, path)
  const args = [
    '-D',
    cluster,
    '-U',
    databaseName,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ]
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions']
  await runProgram(binaries.initdb, [...args, ...locale], {
    user: serverLocation.user,
    cwd: serverLocation.folder,
  }).catch((error: Error) => {
    throw new Error(
      `The embedded database could not be made in ${serverLocation.folder} (${error.message}). Change that, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  })
  syncFolder(draft)
  renameSync(draft, serverLocation.clusterFolder)
  syncFolder(serverLocation.folder)
}

function checkVersion(cluster: string, major: number): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === String(major)) return
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${found}, and this version of the app brings PostgreSQL ${major}. ` +
      'Back it up with the version of the app that made it (npm run backup), set DATA_DIR to a new folder, and restore it there (npm run restore).',
  )
}

/** What cannot be removed, because an orphan is writing into it, is removed at the next start. */
function removeDrafts(serverLocation: ServerLocation): void {
  for (const name of readdirSync(serverLocation.folder)) {
    if (!name.startsWith('store.draft')) continue
    try {
      rmSync(join(serverLocation.folder, name), { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
    }
  }
}

/**
 * Opens the cluster of a server location, or makes it at the first start; what an interrupted first start has left is thrown away.
 * To be called under the server location's lock.
 * @throws with a sentence when another major version of PostgreSQL made it
 */
export async function ensureCluster(serverLocation: ServerLocation, binaries: Binaries): Promise<Cluster> {
  removeDrafts(serverLocation)
  if (!existsSync(serverLocation.clusterFolder)) await create(serverLocation, binaries)
  const folder = join(serverLocation.clusterFolder, 'cluster')
  checkVersion(folder, binaries.major)
  return { folder, password: readFileSync(join(serverLocation.clusterFolder, 'password'), 'utf8').trim() }
}
