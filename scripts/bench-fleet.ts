// npm run bench:fleet: 50 depots of 200 vehicles on an external PostgreSQL (TEST_DATABASE_URL), two web and two worker
// processes: how long until everything is planned after a change, and what a bad depot does to a small one.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import postgres, { type Sql } from 'postgres'
import { BAD_DEPOT, fillFleet, fleet, limitKw, SMALL_DEPOT } from '@/bench/fleet/fill-fleet'
import { call, firstNight, vehicleNights } from '@/bench/fleet/fleet-calls'
import { startApi } from '@/e2e/api/api-process'
import { createTestDatabase } from '@/e2e/api/test-database'

const REFRESH_TOKEN = 'bench-refresh-token-0123456789abcdef'
const BATCH = 500
const WEB = 2
const WORKERS = 2
const PATIENCE_MS = 300_000
const ENVIRONMENT: Record<string, string> = {
  NODE_ENV: 'production',
  APP_SECRET: 's'.repeat(40),
  BOOTSTRAP_REFRESH_TOKEN: REFRESH_TOKEN,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  TEST_LIMITS: JSON.stringify({ requestMs: 120_000 }),
}

const { values } = parseArgs({
  options: {
    nights: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    part: { type: 'string' },
  },
})
const nights = Number(values.nights)
const rounds = Number(values.rounds)

type Fleet = { sql: Sql; urls: string[]; token: string; from: number }

function startWorker(databaseUrl: string): ChildProcess {
  return spawn(process.execPath, ['scripts/run.mjs', 'worker'], {
    env: { ...process.env, ...ENVIRONMENT, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Until nothing is asked of any of these depots. */
async function planned({ sql }: Fleet, uids: readonly string[]): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    const [row] = await sql`select count(*)::int as waiting from plan_request where location_uid = any(${[...uids]})`
    if (row?.waiting === 0) return
    if (performance.now() > giveUpAt) throw new Error(`${row?.waiting} depots still wait for their plans.`)
    await sleep(50)
  }
}

async function isBeingPlanned({ sql }: Fleet, uid: string): Promise<void> {
  const held = () => sql`select 1 from plan_lease where location_uid = ${uid} and until > clock_timestamp()`
  while ((await held()).length === 0) await sleep(50)
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** All stays of these depots in batches of 500 vehicles, a caller for each web process. @returns seconds of each batch */
async function sendBatches(fleet: Fleet, depots: [string, number][], lateMinutes: number): Promise<number[]> {
  const vehicles = depots.flatMap(([uid, count]) =>
    Array.from({ length: count }, (_, n) =>
      vehicleNights(`${uid}.${n + 1}`, { index: n, nights, from: fleet.from, lateMinutes }),
    ),
  )
  const batches = Array.from({ length: Math.ceil(vehicles.length / BATCH) }, (_, index) =>
    vehicles.slice(index * BATCH, (index + 1) * BATCH),
  )
  const times: number[] = []
  await Promise.all(
    fleet.urls.map(async (url) => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) {
        const body = { vehicles: batch }
        times.push(await seconds(() => call(url, fleet.token, 'POST', '/schedules/batch', body)))
      }
    }),
  )
  return times
}

async function changeLimits({ urls, token }: Fleet, depots: [string, number][], factor: number): Promise<void> {
  await Promise.all(
    depots.map(([uid, vehicles], index) =>
      call(urls[index % urls.length] ?? '', token, 'PATCH', `/locations/${uid}`, {
        powerLimitkW: Math.round(limitKw(uid, vehicles) * factor),
      }),
    ),
  )
}

/** One bus of each of these depots leaves later. */
async function delayOne({ urls, token, from }: Fleet, depots: [string, number][], lateMinutes: number): Promise<void> {
  await Promise.all(
    depots.map(([uid], index) => {
      const { vehicleId, ...body } = vehicleNights(`${uid}.1`, { index: 0, nights, from, lateMinutes })
      return call(urls[index % urls.length] ?? '', token, 'POST', `/vehicles/${vehicleId}/schedules`, body)
    }),
  )
}

const spread = (times: number[]) => `${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)}`

type Depots = [uid: string, vehicles: number][]

const uidsOf = (depots: Depots) => depots.map(([uid]) => uid)
const report = (what: string, times: number[]) => console.log(`| ${what} | ${spread(times)} |`)

async function repeated(work: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await seconds(() => work(round)))
  return times
}

async function measureFifty(all: Fleet): Promise<void> {
  const depots = fleet().filter(([uid]) => uid !== BAD_DEPOT && uid !== SMALL_DEPOT)
  const allPlanned = () => planned(all, uidsOf(depots))
  report(`batches of ${BATCH} vehicles, stays a vehicle: ${nights}`, await sendBatches(all, depots, 0))
  report('… until all is planned', [await seconds(allPlanned)])
  report(`batches of ${BATCH} vehicles, departures moved`, await sendBatches(all, depots, 5))
  report('… until all is planned', [await seconds(allPlanned)])
  const limits = await repeated(async (round) => {
    await changeLimits(all, depots, round % 2 ? 1 : 0.95)
    await allPlanned()
  })
  report('another limit in all 50: until the last plan is stored', limits)
  const delays = await repeated(async (round) => {
    await delayOne(all, depots, 10 + round)
    await allPlanned()
  })
  report('a delay in all 50: until the last plan is stored', delays)
}

async function measureBeside(all: Fleet): Promise<void> {
  const bad = fleet().filter(([uid]) => uid === BAD_DEPOT)
  const small = fleet().filter(([uid]) => uid === SMALL_DEPOT)
  await sendBatches(all, [...bad, ...small], 0)
  await planned(all, uidsOf(small))
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await changeLimits(all, bad, round % 2 ? 1 : 0.95)
    await isBeingPlanned(all, BAD_DEPOT)
    const change = async () => {
      await delayOne(all, small, 10 + round)
      await planned(all, uidsOf(small))
    }
    times.push(await seconds(change))
  }
  report('a delay in a depot of one bus, while the bad depot is being planned', times)
}

async function measure(all: Fleet): Promise<void> {
  console.log('| what | seconds |\n|---|---:|')
  if (values.part !== 'beside') await measureFifty(all)
  if (values.part !== 'fifty') await measureBeside(all)
}

const database = await createTestDatabase()
const sql = postgres(database.url, { max: 2, onnotice: () => {} })
const workers = Array.from({ length: WORKERS }, () => startWorker(database.url))
const web = await Promise.all(Array.from({ length: WEB }, () => startApi(database.url, ENVIRONMENT)))
try {
  await fillFleet(sql)
  const urls = web.map(({ url }) => url)
  const { token } = (await call(urls[0] ?? '', REFRESH_TOKEN, 'GET', '/auth/refreshAccessToken')) as { token: string }
  await measure({ sql, urls, token, from: firstNight(Date.now()) })
} finally {
  await Promise.all(web.map(({ stop }) => stop()))
  const ended = workers.map((worker) => once(worker, 'exit'))
  for (const worker of workers) worker.kill('SIGKILL')
  await Promise.all(ended)
  await sql.end()
  await database.drop()
}
process.exit(0)
