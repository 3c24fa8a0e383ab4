import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type App, bundleApp, runApp } from '@/lib/db/embedded/fixtures/run-app'
import { identify } from '@/lib/db/embedded/process-identity'
import { type EmbeddedDatabase, startEmbedded } from '@/lib/db/embedded/start-embedded'
import { createLog } from '@/lib/log'

// Hooks start servers, which takes long on a busy machine.
vi.setConfig({ hookTimeout: 60_000 })

const log = createLog({ level: 'silent' })
let program: string
let dataDir: string
let databases: EmbeddedDatabase[]
let apps: App[]

beforeAll(async () => {
  program = await bundleApp()
})
afterAll(() => rmSync(program, { force: true }))
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'readyline-embedded-'))
  // As root, a folder that nobody can pass through would send the database elsewhere (server-location.test.ts).
  chmodSync(dataDir, 0o711)
  databases = []
  apps = []
})
afterEach(async () => {
  for (const app of apps) await app.kill()
  for (const database of databases) await database.stop()
  // Whoever was killed has left a server; the last one to come and go stops it.
  await (await startEmbedded({ dataDir, log })).stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, log })
  databases.push(database)
  return database
}

function startApp(): App {
  const app = runApp(program, dataDir)
  apps.push(app)
  return app
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const write = (url: string) => query(url, (sql) => sql`create table kept as select 42 as answer`)
const read = (url: string) => query(url, async (sql) => (await sql`select answer from kept`)[0]?.answer)

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + 20_000
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
      await sleep(50)
    }
  }
}

const endOf = (pid: number) =>
  eventually(async () => {
    if (identify(pid) !== null) throw new Error(`process ${pid} still runs`)
  })

describe('the embedded database', () => {
  it('is PostgreSQL 18 that writes every commit to disk, thinks in UTC and listens on 127.0.0.1 only', async () => {
    const { url } = await start()
    const names = [
      'server_version_num',
      'fsync',
      'synchronous_commit',
      'TimeZone',
      'listen_addresses',
      'data_checksums',
    ]
    const values = await query(url, async (sql) => {
      const rows = await sql`select name, setting from pg_settings where name in ${sql(names)}`
      return Object.fromEntries(rows.map((row) => [row.name, row.setting]))
    })
    expect(values).toMatchObject({
      server_version_num: expect.stringMatching(/^18/),
      fsync: 'on',
      synchronous_commit: 'on',
      TimeZone: 'UTC',
      listen_addresses: '127.0.0.1',
      data_checksums: 'on',
    })
  })

  it('lets nobody in without its password', async () => {
    const { url } = await start()
    const guess = new URL(url)
    guess.password = 'guess'
    await expect(query(guess.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' })
  })

  it('shows its files and its password to one user only', async () => {
    await start()
    for (const name of ['store', 'store/cluster', 'store/password', 'server.log', 'lock', 'tenants']) {
      expect(statSync(join(dataDir, 'database', name)).mode & 0o077, name).toBe(0)
    }
  })

  it('stops with the app and keeps what was written', async () => {
    const first = await start()
    await write(first.url)
    await first.stop()
    expect(identify(first.serverPid)).toBeNull()
    const second = await start()
    expect(await read(second.url)).toBe(42)
  })

  it('is shared by a second app, and stopped by the last to leave', async () => {
    const first = await start()
    const second = startApp()
    expect(await second.ready).toEqual({ url: first.url, serverPid: first.serverPid })
    await first.stop()
    expect(await query(first.url, async (sql) => (await sql`select 1 as one`)[0]?.one)).toBe(1)
    await second.leave()
    expect(identify(first.serverPid)).toBeNull()
  })

  it('is one server, whole, when several apps start at once on an empty folder', async () => {
    const answers = await Promise.all([startApp().ready, startApp().ready, start(), startApp().ready])
    expect(new Set(answers.map((answer) => answer.serverPid)).size).toBe(1)
    expect(new Set(answers.map((answer) => answer.url)).size).toBe(1)
  })

  it('outlives a kill -9 of its app; the next start goes on with the same server and may stop it', async () => {
    const app = startApp()
    const { url, serverPid } = await app.ready
    await write(url)
    await app.kill()
    const next = await start()
    expect(next).toMatchObject({ url, serverPid })
    expect(await read(next.url)).toBe(42)
    await next.stop()
    expect(identify(serverPid)).toBeNull()
  })

  it('comes back at the same address after a kill -9 of the server, with every acknowledged write', async () => {
    const database = await start()
    await write(database.url)
    process.kill(database.serverPid, 'SIGKILL')
    await endOf(database.serverPid)
    expect(await eventually(() => read(database.url))).toBe(42)
  })

  it('comes back once when two apps saw the server die', async () => {
    const database = await start()
    const other = startApp()
    await other.ready
    process.kill(database.serverPid, 'SIGKILL')
    await endOf(database.serverPid)
    await eventually(() => query(database.url, (sql) => sql`select 1`))
    await database.stop()
    await other.leave()
    await expect(query(database.url, (sql) => sql`select 1`)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('loses nothing when app and server are killed together', async () => {
    const app = startApp()
    const { url, serverPid } = await app.ready
    await write(url)
    process.kill(serverPid, 'SIGKILL')
    await app.kill()
    const next = await start()
    expect(next.serverPid).not.toBe(serverPid)
    expect(await read(next.url)).toBe(42)
  })

  it('starts although the pid of a server long gone belongs to another process now', async () => {
    const first = await start()
    await first.stop()
    const cluster = join(dataDir, 'database/store/cluster')
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n25000\n\n127.0.0.1\n1 1\nready\n`)
    expect((await start()).serverPid).not.toBe(process.pid)
  })

  it('begins anew when a first start was killed half-way', async () => {
    const app = startApp()
    const drafts = () => readdirSync(join(dataDir, 'database')).filter((name) => name.startsWith('store.draft'))
    await eventually(async () => statSync(join(dataDir, 'database', String(drafts()[0]), 'cluster/base')))
    await app.kill()
    expect(existsSync(join(dataDir, 'database/store'))).toBe(false)
    // The programs of the killed app may go on for a moment; they must not get into the way.
    const second = await start()
    await write(second.url)
    await second.stop()
    expect(await read((await start()).url)).toBe(42)
    expect(drafts()).toEqual([])
  })

  it('goes on with a server that a killed app had started and not yet seen answer', async () => {
    await (await start()).stop()
    const app = startApp()
    const pidFile = join(dataDir, 'database/store/cluster/postmaster.pid')
    const pid = await eventually(async () => Number(readFileSync(pidFile, 'utf8').split('\n')[0] || Number.NaN))
    await app.kill()
    expect((await start()).serverPid).toBe(pid)
  })

  it('takes another port when its own is used by a stranger', async () => {
    const first = await start()
    await first.stop()
    const { createServer } = await import('node:net')
    const stranger = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
    try {
      expect((await start()).url).not.toBe(first.url)
    } finally {
      stranger.close()
    }
  })

  it('names both versions when another PostgreSQL made the folder', async () => {
    await (await start()).stop()
    const versionFile = join(dataDir, 'database/store/cluster/PG_VERSION')
    const version = readFileSync(versionFile, 'utf8')
    writeFileSync(versionFile, '14\n')
    await expect(start()).rejects.toThrow(/made by PostgreSQL 14, .* brings PostgreSQL 18/)
    writeFileSync(versionFile, version)
  })

  it('says what to do when the data folder is no folder', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    await expect(startEmbedded({ dataDir: join(file, 'data'), log })).rejects.toThrow(/Set DATA_DIR to a folder/)
  })

  it('names DATABASE_URL on a machine for which there are no programs', async () => {
    const arch = Object.getOwnPropertyDescriptor(process, 'arch') as PropertyDescriptor
    Object.defineProperty(process, 'arch', { ...arch, value: 'vax' })
    try {
      await expect(start()).rejects.toThrow(/no embedded PostgreSQL for this machine .*-vax.* Set DATABASE_URL/)
    } finally {
      Object.defineProperty(process, 'arch', arch)
    }
  })

  it('survives a data folder whose path has spaces and umlauts', async () => {
    const odd = join(dataDir, 'Betriebshof Süd 1')
    mkdirSync(odd)
    const database = await startEmbedded({ dataDir: odd, log })
    expect(await query(database.url, async (sql) => (await sql`select 1 as one`)[0]?.one)).toBe(1)
    await database.stop()
  })
})
