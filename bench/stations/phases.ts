import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { type App, childrenOf, machineSeconds, usageOf } from '@/bench/stations/app'
import type { Api } from '@/bench/stations/depots'
import type { Fleet } from '@/bench/stations/fleet'
import { Heap } from '@/bench/stations/heap'
import { type Point, percentile, readMeanwhile, slopePerHour } from '@/bench/stations/measure'

const SAMPLE_MS = 5_000
const MINUTE_MS = 60_000
const SERVED_WITHIN_MS = 180_000
/** As long as the goal: what it costs that a thousand come back is over by then. */
const STORM_MS = 60_000

export type Bench = { app: App; api: Api; sql: Sql; fleet: Fleet; vehicle: string }

/**
 * Every station measures and charges. `tell` gets a line a minute.
 * @returns shares of one core, and how the memory of the web process moves after the first quarter: what the system gave it,
 * and what is left in it when its garbage is collected
 */
export async function measureMeters({ app, sql }: Bench, forMs: number, tell: (line: string) => void) {
  const heap = app.inspectPort === undefined ? undefined : await Heap.of(app.inspectPort)
  const used = await secondsUsed(app, sql)
  const held: Point[] = []
  const left: Point[] = []
  const began = Date.now()
  let minute = await beginMinute(app, sql)
  while (Date.now() - began < forMs) {
    await sleep(Math.min(SAMPLE_MS, began + forMs - Date.now()))
    held.push({ at: Date.now(), value: usageOf(app.pid).mib })
    if (Date.now() - minute.began < MINUTE_MS) continue
    const after = await heap?.collected()
    if (after) left.push({ at: Date.now(), value: after.objects + after.outside })
    tell(`${minute.end()}${after ? `; collected ${after.objects.toFixed(1)} + ${after.outside.toFixed(1)} MiB` : ''}`)
    minute = await beginMinute(app, sql)
  }
  heap?.close()
  const seconds = (Date.now() - began) / 1000
  const [web, worker, database] = used().map((each) => each / seconds)
  const isLater = ({ at }: Point) => at >= began + forMs / 4
  const slope = (points: Point[]) => slopePerHour(points.filter(isLater))
  const leftMib = left.at(-1)?.value ?? Number.NaN
  return {
    web,
    worker,
    database,
    mib: held.at(-1)?.value ?? 0,
    mibAnHour: slope(held),
    leftMib,
    leftAnHour: slope(left),
  }
}

async function beginMinute(app: App, sql: Sql): Promise<{ began: number; end: () => string }> {
  const [used, machine, began] = [await secondsUsed(app, sql), machineSeconds(), Date.now()]
  const end = () => {
    const share = (seconds: number) => `${((seconds / (Date.now() - began)) * 100_000).toFixed(1)} %`
    const [web = 0, worker = 0, database = 0] = used()
    const mib = [app.pid, ...childrenOf(app.pid)].map((pid) => usageOf(pid).mib.toFixed(0))
    const parts = `web ${share(web)}, worker ${share(worker)}, database ${share(database)}`
    return `${new Date().toISOString()} ${parts}, machine ${share(machineSeconds() - machine)}; web, worker ${mib.join(', ')} MiB`
  }
  return { began, end }
}

/**
 * @returns tells what web process, worker and database have used of processor time since this call, in seconds; a process that
 * has ended meanwhile counts as nothing
 */
async function secondsUsed(app: App, sql: Sql): Promise<() => number[]> {
  const backends = await sql<{ pid: number }[]>`select pid from pg_stat_activity where datname = current_database()`
  const groups = [[app.pid], childrenOf(app.pid), backends.map(({ pid }) => pid)]
  const before = groups.map((pids) => pids.map((pid) => ({ pid, seconds: secondsIfThere(pid) })))
  return () =>
    before.map((group) => group.reduce((sum, { pid, seconds }) => sum + Math.max(0, secondsIfThere(pid) - seconds), 0))
}

function secondsIfThere(pid: number): number {
  try {
    return usageOf(pid).seconds
  } catch {
    return 0
  }
}

/**
 * All connections are lost at once. @returns seconds until all are served, what that took of processor time, and the API's
 * times meanwhile, in ms
 */
export async function measureStorm({ api, app, sql, fleet, vehicle }: Bench) {
  const quiet = await readMeanwhile(api, `/vehicles/${vehicle}`, sleep(STORM_MS / 3))
  const used = await secondsUsed(app, sql)
  const began = Date.now()
  fleet.reconnect()
  let [web, worker, database] = [0, 0, 0]
  const served = fleet.served(began, SERVED_WITHIN_MS).then((seconds) => {
    ;[web = 0, worker = 0, database = 0] = used()
    return seconds
  })
  const busy = await readMeanwhile(api, `/vehicles/${vehicle}`, Promise.all([served, sleep(STORM_MS)]))
  return {
    seconds: await served,
    web,
    worker,
    database,
    quietP99: percentile(quiet, 0.99),
    busyP99: percentile(busy, 0.99),
  }
}

/** What is known of the stations' transactions, and of the vehicles' sessions. */
export async function whatIsOpen(sql: Sql): Promise<{ transactions: string[]; sessions: string[] }> {
  const transactions = await sql<{ name: string }[]>`
    select concat(station_id, ' ', e.key, ' ', e.value -> 'transaction' ->> 'id') as name
    from station_state, jsonb_each(state -> 'evses') e where e.value -> 'transaction' is not null order by 1`
  const sessions = await sql<{ name: string }[]>`
    select concat(vehicle_key, ' ', station_id, ' ', extract(epoch from connected_at)) as name from charging_session
    where disconnected_at is null order by 1`
  return { transactions: transactions.map(({ name }) => name), sessions: sessions.map(({ name }) => name) }
}
