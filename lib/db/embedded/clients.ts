import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, ownIdentity, type ProcessIdentity } from '@/lib/db/embedded/process-identity'

/** One app that uses the folder's server. To be called under the folder's lock. */
export type Client = { leave(): void }

/** Enters this process into the list of those who use the server; a process may enter several times. */
export function enter(folder: string): Client {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`
  const draft = join(folder, `${name}.draft`)
  writeFileSync(draft, JSON.stringify(ownIdentity()), { mode: 0o600 })
  renameSync(draft, join(folder, `${name}.json`))
  return { leave: () => rmSync(join(folder, `${name}.json`), { force: true }) }
}

function read(file: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity
  } catch {
    return null
  }
}

/** How many living apps use the server. Entries of the dead are removed. */
export function countClients(folder: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return readdirSync(folder).filter((name) => {
    const client = read(join(folder, name))
    const alive = client !== null && isRunning(client)
    if (!alive) rmSync(join(folder, name), { force: true })
    return alive
  }).length
}
