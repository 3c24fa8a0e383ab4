import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lchownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { prepareDataDir, runsAsRoot } from '@/lib/db/embedded/data-dir'
import { canReach, nobody, ownerOf, type ServerUser } from '@/lib/db/embedded/server-user'

/** Where the embedded database of one data folder lives, and as whom its server runs. */
export type ServerLocation = {
  folder: string
  /** Made whole or absent: the database cluster and its password. */
  clusterFolder: string
  /** Null: as the user that runs the app. */
  user: ServerUser | null
  /** Set when the server location is outside of the data folder: a sentence that says where and why. */
  moved: string | null
}

/** In the data folder of a moved server location, so that its database is found again even if the reason to move goes away. */
const signpostName = 'database-lives-elsewhere'

function locationAt(folder: string, user: ServerUser | null, moved: string | null): ServerLocation {
  return { folder, clusterFolder: join(folder, 'store'), user, moved }
}

/** Whatever the umask: the server's user passes through, nobody else lists it. */
function makePassable(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  chmodSync(folder, 0o711)
}

function canGive(dataDir: string, user: ServerUser): boolean {
  const trial = join(dataDir, `.ownership-${process.pid}`)
  try {
    mkdirSync(trial)
    lchownSync(trial, user.uid, user.gid)
    return true
  } catch {
    return false
  } finally {
    rmSync(trial, { recursive: true, force: true })
  }
}

function forThisUser(folder: string): ServerLocation {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const serverLocation = locationAt(folder, null, null)
  const owner = ownerOf(existsSync(serverLocation.clusterFolder) ? serverLocation.clusterFolder : folder)
  if (process.getuid === undefined || owner.uid === process.getuid()) return serverLocation
  throw new Error(
    `The database in ${folder} belongs to ${owner.name}. Start the app as root again, or as that user, or set DATA_DIR to another folder.`,
  )
}

/** Root, and the server location is fixed already: the server runs as the owner of the database that is there. */
function forOwner(folder: string, moved: string | null): ServerLocation {
  const serverLocation = locationAt(folder, nobody(), moved)
  if (!existsSync(serverLocation.clusterFolder)) return serverLocation
  const owner = ownerOf(serverLocation.clusterFolder)
  if (owner.uid === 0)
    throw new Error(
      `${serverLocation.clusterFolder} belongs to root, for whom PostgreSQL does not run. Give it to nobody: chown -R nobody ${serverLocation.clusterFolder}`,
    )
  if (canReach(owner, folder, 1)) return { ...serverLocation, user: owner }
  throw new Error(
    `${owner.name}, who runs the database, cannot reach ${folder} any more. Let others pass through the folders above it (chmod o+x).`,
  )
}

function forRoot(dataDir: string): ServerLocation {
  const folder = join(dataDir, 'database')
  const signpost = join(dataDir, signpostName)
  const movedTo = existsSync(signpost) ? readFileSync(signpost, 'utf8').trim() : null
  if (movedTo === null && existsSync(join(folder, 'store'))) return forOwner(folder, null)
  const user = nobody()
  if (movedTo === null && canReach(user, dataDir, 1) && canGive(dataDir, user)) {
    makePassable(folder)
    return forOwner(folder, null)
  }
  const elsewhere =
    movedTo ?? join('/var/lib/readyline', createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
  makePassable(dirname(elsewhere))
  makePassable(elsewhere)
  if (movedTo === null) writeFileSync(signpost, `${elsewhere}\n`, { mode: 0o600 })
  const why = `PostgreSQL does not run as root, and ${user.name}, who runs it instead, cannot reach ${dataDir}`
  return forOwner(elsewhere, `${why}; the database is kept in ${elsewhere}.`)
}

/**
 * Decides where the embedded database of `dataDir` lives, and makes that folder.
 * @throws with a sentence when the folder cannot be used, or belongs to somebody else
 */
export function findServerLocation(dataDir: string): ServerLocation {
  const path = prepareDataDir(dataDir)
  return runsAsRoot() ? forRoot(path) : forThisUser(join(path, 'database'))
}
