import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { refusePooler } from '@/lib/db/refuse-pooler'
import { SERVING, withLimits } from '@/lib/db/session-limits'

const hasPgBouncer = spawnSync('pgbouncer', ['--version']).status === 0

let scratch: ScratchDatabase
let folder: string
let bouncer: ChildProcess | undefined

beforeAll(async () => {
  scratch = await createScratchDatabase()
  folder = mkdtempSync(join(tmpdir(), 'readyline-pooler-'))
  chmodSync(folder, 0o755)
})
afterEach(() => bouncer?.kill('SIGKILL'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await scratch.drop()
})

const freePort = () =>
  new Promise<number>((resolve) => {
    const trial = createServer().listen(0, '127.0.0.1', () => {
      const { port } = trial.address() as { port: number }
      trial.close(() => resolve(port))
    })
  })

/** Puts PgBouncer in front of the database. @returns the URL through it */
async function pooled(settings: Record<string, string | number>): Promise<string> {
  const target = new URL(scratch.url)
  const port = await freePort()
  const name = target.pathname.slice(1)
  const server = `host=${target.hostname} port=${target.port || 5432} user=${target.username} password=${decodeURIComponent(target.password)}`
  const all = { listen_addr: '127.0.0.1', listen_port: port, auth_type: 'any', unix_socket_dir: '', ...settings }
  const lines = Object.entries(all).map(([key, value]) => `${key} = ${value}`)
  const file = join(folder, `${port}.ini`)
  writeFileSync(file, ['[databases]', `${name} = ${server}`, '[pgbouncer]', ...lines, ''].join('\n'))
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  bouncer = spawn('pgbouncer', ['-q', ...user, file], { stdio: 'ignore' })
  const url = `postgres://someone@127.0.0.1:${port}/${name}`
  await answers(url)
  return url
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const sql = postgres(url, { max: 1, prepare: false })
    try {
      return void (await sql`select 1`)
    } catch (error) {
      if (tries > 100) throw error
      await sleep(100)
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
}

const LIMITS = Object.keys(Object.fromEntries(new URL(withLimits('postgres://h/d', SERVING)).searchParams)).join(',')
const IGNORED = { ignore_startup_parameters: LIMITS }

it('PostgreSQL itself is taken', async () => {
  await expect(refusePooler(withLimits(scratch.url, SERVING))).resolves.toBeUndefined()
})

describe.skipIf(!hasPgBouncer)('a pooler', () => {
  const takes = (url: string) => refusePooler(withLimits(url, SERVING))

  it.each([
    ['shares sessions', { pool_mode: 'transaction', ...IGNORED }],
    ['shares sessions, all its servers in turn', { pool_mode: 'transaction', server_round_robin: 1, ...IGNORED }],
    ['has one server for all', { pool_mode: 'transaction', default_pool_size: 1, ...IGNORED }],
    ['knows no transactions', { pool_mode: 'statement', ...IGNORED }],
    ['does not pass the limits of sessions on', { pool_mode: 'session' }],
  ])('that %s is refused with what to do', async (_, settings) => {
    await expect(takes(await pooled(settings))).rejects.toThrow(/Set DATABASE_URL to the address of PostgreSQL itself/)
  })

  it('that gives each session a server of its own is taken', async () => {
    await expect(takes(await pooled({ pool_mode: 'session', ...IGNORED }))).resolves.toBeUndefined()
  })
})
