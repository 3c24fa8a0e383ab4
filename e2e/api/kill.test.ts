import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { findPostmaster } from '@/lib/db/embedded/postmaster'
import { type EmbeddedDatabase, startEmbedded } from '@/lib/db/embedded/start-embedded'
import { migrate } from '@/lib/db/migrate'
import { createLog } from '@/lib/log'
import { HOUR_MS } from '@/lib/time/interval'

const NIGHTS = 7
const refreshToken = 'kill-test-refresh-token-0123456789ab'
const environment = { APP_SECRET: 'kill-test-app-secret-0123456789abcdef', BOOTSTRAP_REFRESH_TOKEN: refreshToken }

let folder: string
let database: EmbeddedDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readyline-kill-'))
  database = await startEmbedded({ dataDir: folder, log: createLog({ level: 'silent' }) })
  await migrate(database.url)
})
afterAll(async () => {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

async function signIn(api: ApiProcess) {
  const exchange = await fetch(`${api.url}/api/auth/refreshAccessToken`, {
    headers: { authorization: `Bearer ${refreshToken}` },
  })
  const { token } = (await exchange.json()) as { token: string }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return (method: string, path: string, body?: object) =>
    fetch(`${api.url}/api${path}`, { method, headers, body: body && JSON.stringify(body) })
}

/** Starts the app, and again while the database is still recovering. */
async function restart(): Promise<ApiProcess> {
  const api = await startApi(database.url, environment)
  await expect.poll(async () => (await fetch(`${api.url}/api/health/ready`)).status, { timeout: 60_000 }).toBe(200)
  return api
}

const week = Array.from({ length: NIGHTS }, (_, night) => ({
  plannedArrivalTime: new Date(Date.now() + (24 * night + 2) * HOUR_MS).toISOString(),
  plannedDepartureTime: new Date(Date.now() + (24 * night + 10) * HOUR_MS).toISOString(),
  locationUid: 'depot',
}))

/** Sends a week for bus after bus and notes which were answered with success, until nothing answers any more. */
async function importFleet(api: ApiProcess, round: string, answered: Set<string>): Promise<void> {
  const send = await signIn(api)
  for (let bus = 0; ; bus += 1) {
    const id = `${round}-${bus}`
    try {
      const made = await send('PUT', `/vehicles/${id}`, { locationUid: 'depot' })
      const posted = await send('POST', `/vehicles/${id}/schedules`, { replaceFutureSchedules: true, schedules: week })
      if (made.ok && posted.ok && (await posted.json()).ids.length === NIGHTS) answered.add(id)
    } catch {
      return
    }
  }
}

const KILLS: [string, (api: ApiProcess) => void][] = [
  ['the app', (api) => api.kill()],
  [
    'the app and the database',
    (api) => {
      api.kill()
      process.kill(serverPid(), 'SIGKILL')
    },
  ],
  [
    'the database, then the app',
    (api) => {
      process.kill(serverPid(), 'SIGKILL')
      setTimeout(() => api.kill(), 300)
    },
  ],
]

function serverPid(): number {
  const postmaster = findPostmaster(join(folder, 'database', 'store', 'cluster'))
  if (!postmaster) throw new Error('The embedded database is not running.')
  return postmaster.process.pid
}

test.each(KILLS)(
  'kill -9 of %s during an import: what was answered is there, and nothing is there by half',
  async (what, kill) => {
    const round = what.replace(/\W+/g, '-')
    const answered = new Set<string>()
    const first = await restart()
    await (await signIn(first))('PUT', '/locations/depot', {})
    const importing = importFleet(first, round, answered)
    await expect.poll(() => answered.size, { timeout: 30_000, interval: 20 }).toBeGreaterThan(10)
    kill(first)
    await importing

    const second = await restart()
    const send = await signIn(second)
    const { vehicles } = (await (await send('GET', '/vehicles')).json()) as { vehicles: { vehicle: { id: string } }[] }
    const stored = vehicles.map(({ vehicle }) => vehicle.id).filter((id) => id.startsWith(round))
    expect(stored).toEqual(expect.arrayContaining([...answered]))
    for (const id of stored) {
      const { schedules } = (await (await send('GET', `/vehicles/${id}/schedules`)).json()) as { schedules: unknown[] }
      expect(answered.has(id) ? [NIGHTS] : [0, NIGHTS]).toContain(schedules.length)
    }
    await second.stop()
  },
)
