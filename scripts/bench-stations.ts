// npm run bench:stations: a thousand charging stations at the app as a user runs it, on a throw-away PostgreSQL (embedded,
// or the server at TEST_DATABASE_URL): what they cost, how they come back, and how soon a plan is at a charger. Linux only;
// bounded: every phase has an end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import postgres, { type Sql } from 'postgres'
import { call } from '@/bench/fleet/fleet-calls'
import { type App, REFRESH_TOKEN, startApp } from '@/bench/stations/app'
import { Balancer } from '@/bench/stations/balancer'
import { depotUid, type Heard, limitKw, makeDepots } from '@/bench/stations/depots'
import { measureEcho } from '@/bench/stations/echo'
import { Fleet } from '@/bench/stations/fleet'
import { measurePlans, measureStream } from '@/bench/stations/latency'
import { percentile } from '@/bench/stations/measure'
import { type Bench, measureMeters, measureStorm, whatIsOpen } from '@/bench/stations/phases'
import { createTestDatabase } from '@/e2e/api/test-database'
import { findPort } from '@/scripts/launch/find-port'

const PHASES = ['meters', 'plans', 'storm', 'kill', 'takeover']
const CONNECT_OVER_MS = 30_000
/** Until all that follows from the connections has been planned and told. */
const SETTLE_MS = 60_000
const BACK_WITHIN_MS = 180_000
const REPORT_EVERY_MS = 30_000

const { values } = parseArgs({
  options: {
    stations: { type: 'string', default: '1000' },
    depots: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '4' },
    phases: { type: 'string', default: PHASES.join(',') },
  },
})
const [stations, depots, minutes] = [values.stations, values.depots, values.minutes].map(Number) as [
  number,
  number,
  number,
]
const phases = new Set(values.phases.split(','))
const each = Math.ceil(stations / depots)
const say = (what: string, figure: string) => console.log(`| ${what} | ${figure} |`)
const seconds = (value: number) => `${value.toFixed(2)} s`
const share = (value: number | undefined) => `${((value ?? 0) * 100).toFixed(1)} %`

async function meters(bench: Bench): Promise<void> {
  const forMs = minutes * 60_000
  const { web, worker, database, ...memory } = await measureMeters(bench, forMs, console.error)
  say('gateway and API, of one core', share(web))
  say('worker; database, of one core', `${share(worker)}; ${share(database)}`)
  say('memory of the web process; its slope', `${memory.mib.toFixed(0)} MiB; ${memory.mibAnHour.toFixed(0)} MiB/h`)
  const [left, leftAnHour] = [memory.leftMib, memory.leftAnHour].map((mib) => mib.toFixed(1))
  say('… what is left in it when its garbage is collected; its slope', `${left} MiB; ${leftAnHour} MiB/h`)
  const echo = await measureEcho({ sockets: stations, everyMs: REPORT_EVERY_MS, forMs: Math.min(forMs, 120_000) })
  say('a bare `ws` echo server, of one core; ratio', `${share(echo)}; ${((web ?? 0) / echo).toFixed(0)}`)
}

async function plans(bench: Bench): Promise<void> {
  const limits = [0.9, 0.8, 0.7, 0.6, 0.5].map((part) => Math.round(limitKw(each) * part))
  for (const { first, last, stations } of await measurePlans(bench, depotUid(0), limits))
    say(
      `plan stored → profile at the first, at the last of ${stations} stations`,
      `${seconds(first)}, ${seconds(last)}`,
    )
  const times = await measureStream(bench)
  say('a fault → the stream: median, slowest', `${seconds(percentile(times, 0.5))}, ${seconds(Math.max(...times))}`)
}

async function storm(bench: Bench): Promise<void> {
  const { seconds: took, web, worker, database, quietP99, busyP99 } = await measureStorm(bench)
  say(`${stations} connections lost at once: until all are served`, seconds(took))
  const used = [web, worker, database].map(seconds).join('; ')
  say('processor time for that: gateway and API; worker; database', used)
  say(
    'p99 of a read: quiet; meanwhile; ratio',
    `${quietP99.toFixed(0)} ms; ${busyP99.toFixed(0)} ms; ${(busyP99 / quietP99).toFixed(1)}`,
  )
}

/** The app is killed, and started again by `restart`, or another instance takes over. */
async function killed(bench: Bench, what: string, app: App, restart: () => Promise<App | undefined>): Promise<void> {
  const { sql, fleet } = bench
  const before = await whatIsOpen(sql)
  const limits = new Map(Array.from({ length: depots }, (_, index) => [depotUid(index), limitKw(each)]))
  const lost = new Set(fleet.stations.filter(({ client }) => client.isOpen).map(({ settings }) => settings.id))
  await app.kill()
  const killedAt = Date.now()
  await sleep(200)
  for (const { settings, client } of fleet.stations) if (client.isOpen) lost.delete(settings.id)
  const again = await restart()
  const upAt = Date.now()
  if (again) bench.app = again
  const back = fleet.served(killedAt, BACK_WITHIN_MS, (id) => lost.has(id)).then(() => Date.now())
  const most = await fleet.mostOfLimit(limits, Promise.all([back, sleep(60_000)]))
  say(`${what}: ${lost.size} lost their connection; until all are served`, seconds(((await back) - upAt) / 1000))
  const after = await whatIsOpen(sql)
  const kept = (was: string[], is: string[]) => `${was.filter((one) => is.includes(one)).length} of ${was.length}`
  say(
    'transactions; sessions that went on',
    `${kept(before.transactions, after.transactions)}; ${kept(before.sessions, after.sessions)}`,
  )
  say('most power of a depot meanwhile, of its limit', share(most))
}

async function run(databaseUrl: string, sql: Sql, dataDir: string): Promise<void> {
  const start = (port: number, inspectPort?: number) => startApp(databaseUrl, { port, dataDir, inspectPort })
  const ports = [await findPort('127.0.0.1', 0), await findPort('127.0.0.1', 0)] as const
  const app = await start(ports[0], await findPort('127.0.0.1', 0))
  const balancer = new Balancer()
  await balancer.listen()
  balancer.ports = [ports[0]]
  const heard: Heard = { servedAt: new Map(), onTold: () => {} }
  const { token } = (await call(app.url, REFRESH_TOKEN, 'GET', '/auth/refreshAccessToken')) as { token: string }
  const api = { url: app.url, token }
  const fleet = new Fleet(await makeDepots(api, { depots, stations, to: balancer.url, heard }), heard)
  const bench: Bench = { app, api, sql, fleet, vehicle: `${depotUid(0)}.1` }
  const running = [app]
  console.log('| what | |\n|---|---:|')
  try {
    await fleet.begin(CONNECT_OVER_MS)
    await sleep(SETTLE_MS)
    if (phases.has('meters')) await meters(bench)
    if (phases.has('plans')) await plans(bench)
    if (phases.has('storm')) await storm(bench)
    const again = async () => {
      running[0] = await start(ports[0])
      return running[0]
    }
    if (phases.has('kill')) await killed(bench, 'the app is killed and started again', app, again)
    if (phases.has('takeover')) {
      running[1] = await start(ports[1])
      balancer.ports = [...ports]
      const movedAt = Date.now()
      fleet.reconnect()
      await fleet.served(movedAt, BACK_WITHIN_MS)
      await killed(bench, 'one of two instances is killed', running[1], async () => undefined)
    }
  } finally {
    fleet.end()
    balancer.close()
    await Promise.all(running.map((one) => one.stop()))
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'readyline-bench-'))
const database = await createTestDatabase()
const sql = postgres(database.url, { max: 3, onnotice: () => {} })
try {
  await run(database.url, sql, dataDir)
} finally {
  await sql.end({ timeout: 5 })
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
}
process.exit(0)
