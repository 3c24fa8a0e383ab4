// npm run bench:api: what the API costs beside the bare query in a plain node:http handler, as ratios of one run.
// On a throw-away PostgreSQL: embedded, or the server at TEST_DATABASE_URL.
import { createServer } from 'node:http'
import routes from 'readyline:api-routes'
import postgres, { type Sql } from 'postgres'
import { compare, listen } from '@/bench/api/compare'
import { fillDepot, LOCATION, NIGHTS, VEHICLES } from '@/bench/api/fill-depot'
import { createTestDatabase } from '@/e2e/api/test-database'
import { closeConnection } from '@/lib/db/client'
import { createApiListener } from '@/lib/http/api-listener'
import { log } from '@/lib/log'
import { HOUR_MS } from '@/lib/time/interval'

const ENTRIES = 1_000
const REFRESH_TOKEN = 'bench-refresh-token-0123456789abcdef'

type Row = { what: string; oursMs: number; bareMs: number; ratio: number; atMost: string }

/** The same reads in the barest handler there is: a query, JSON.stringify, end. */
function bareServer(sql: Sql) {
  return createServer(async (request, response) => {
    const rows = request.url?.startsWith('/schedules')
      ? await sql`select s.*, p.plan, p.explanation, p.frozen, p.strategy, p.planned_at, p.trigger from stay s
          left join plan p on p.stay_key = s.key where s.location_uid = ${LOCATION} order by s.arrival, s.id`
      : request.url?.startsWith('/vehicles/')
        ? await sql`select * from vehicle where id = ${request.url.slice('/vehicles/'.length)} and deleted_at is null`
        : await sql`select v.*, (select json_agg(p) from charging_port p where p.vehicle_key = v.key) as ports,
            (select json_agg(location_uid) from vehicle_location l where l.vehicle_key = v.key) as locations
            from vehicle v where deleted_at is null order by name, id`
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(rows))
  })
}

/** Entries of which the even ones exist already and the odd ones come and go with every round. */
function entriesOf(round: number, first: number) {
  return Array.from({ length: ENTRIES }, (_, index) => {
    const shift = index % 2 === 0 ? 0 : ((round % 2) + 1) * 600_000
    const arrival = first + index * HOUR_MS + shift
    return { arrival, departure: arrival + 1_800_000 }
  })
}

/** What somebody would write by hand: one upsert by departure, one delete of the rest. */
async function writeByHand(
  sql: Sql,
  vehicleKey: number,
  entries: { arrival: number; departure: number }[],
): Promise<void> {
  const rows = JSON.stringify(
    entries.map(({ arrival, departure }) => ({ arrival: new Date(arrival), departure: new Date(departure) })),
  )
  await sql.begin(async (tx) => {
    await tx`select key from vehicle where key = ${vehicleKey} for update`
    await tx`delete from stay where vehicle_key = ${vehicleKey} and departure > now() and departure not in
      (select departure from json_to_recordset(${rows}::text::json) as r(departure timestamptz))`
    await tx`update stay s set arrival = r.arrival, start_soc = 35, target_soc = 95, updated_at = now()
      from json_to_recordset(${rows}::text::json) as r(arrival timestamptz, departure timestamptz)
      where s.vehicle_key = ${vehicleKey} and s.departure = r.departure`
    await tx`insert into stay (id, vehicle_key, location_uid, arrival, departure, start_soc, target_soc, priority)
      select gen_random_uuid()::text, ${vehicleKey}, ${LOCATION}, r.arrival, r.departure, 35, 95, 0
      from json_to_recordset(${rows}::text::json) as r(arrival timestamptz, departure timestamptz)
      where not exists (select 1 from stay s where s.vehicle_key = ${vehicleKey} and s.departure = r.departure)`
  })
}

async function measure(sql: Sql, ours: string, bare: string, token: string): Promise<Row[]> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'accept-encoding': 'identity',
  }
  const read = async (url: string, init?: RequestInit) => {
    const response = await fetch(url, { headers, ...init })
    const body = await response.arrayBuffer()
    if (!response.ok) throw new Error(`${url}: ${response.status} ${Buffer.from(body).toString().slice(0, 300)}`)
  }
  const range = `from=${Date.now() - HOUR_MS}&to=${Date.now() + (NIGHTS + 1) * 24 * HOUR_MS}`
  const rows: Row[] = []
  const add = (what: string, atMost: string, result: Omit<Row, 'what' | 'atMost'>) =>
    rows.push({ what, atMost, ...result })
  add(
    'GET /vehicles/{id}',
    'reported',
    await compare(
      () => read(`${ours}/api/vehicles/bus-500`),
      () => read(`${bare}/vehicles/bus-500`),
      400,
    ),
  )
  add(
    `GET /vehicles, ${VEHICLES}`,
    '2.5',
    await compare(
      () => read(`${ours}/api/vehicles`),
      () => read(`${bare}/vehicles`),
    ),
  )
  const week = `${ours}/api/locations/${LOCATION}/schedules?${range}`
  add(
    `a week of ${VEHICLES} vehicles with plans`,
    '2.5',
    await compare(
      () => read(week),
      () => read(`${bare}/schedules`),
      8,
    ),
  )
  rows.push(await measurePost(sql, ours, read))
  return rows
}

async function measurePost(
  sql: Sql,
  ours: string,
  read: (url: string, init?: RequestInit) => Promise<void>,
): Promise<Row> {
  const [first, second] = await sql<
    { key: number }[]
  >`insert into vehicle (id, min_charge_power_kw, supports_pause_resume, enable_charge_scheduling)
    values ('post-ours', 0, true, true), ('post-bare', 0, true, true) returning key`
  const start = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 24 * HOUR_MS
  let round = 0
  const result = await compare(
    () => {
      const schedules = entriesOf(round, start).map(({ arrival, departure }) => ({
        plannedArrivalTime: new Date(arrival).toISOString(),
        plannedDepartureTime: new Date(departure).toISOString(),
        locationUid: LOCATION,
        startSoC: 35,
        targetSoC: 95,
      }))
      return read(`${ours}/api/vehicles/post-ours/schedules`, {
        method: 'POST',
        body: JSON.stringify({ replaceFutureSchedules: true, schedules }),
      })
    },
    () => writeByHand(sql, second?.key ?? first?.key ?? 0, entriesOf(round++, start)),
  )
  return { what: `POST ${ENTRIES} entries, half exist`, atMost: '4', ...result }
}

/** Heap after many calls beside the heap after some: memory must not grow with repeated calls. */
async function measureMemory(ours: string, token: string): Promise<string> {
  const call = async () =>
    (await fetch(`${ours}/api/vehicles`, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer()
  const heapAfter = async (calls: number) => {
    for (let done = 0; done < calls; done += 1) await call()
    global.gc?.()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const before = await heapAfter(50)
  const after = await heapAfter(300)
  return `Heap after 50 and after 350 calls of GET /vehicles: ${before.toFixed(1)} and ${after.toFixed(1)} MiB${global.gc ? '' : ' (run with node --expose-gc for a settled figure)'}`
}

async function main(): Promise<void> {
  const database = await createTestDatabase()
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    APP_SECRET: 's'.repeat(40),
    BOOTSTRAP_REFRESH_TOKEN: REFRESH_TOKEN,
  })
  log.level = 'warn'
  const sql = postgres(database.url, { onnotice: () => {} })
  const apiServer = createServer(createApiListener(routes))
  const plainServer = bareServer(sql)
  try {
    await fillDepot(sql)
    const [ours, bare] = [await listen(apiServer), await listen(plainServer)]
    const exchange = await fetch(`${ours}/api/auth/refreshAccessToken`, {
      headers: { authorization: `Bearer ${REFRESH_TOKEN}` },
    })
    const { token } = (await exchange.json()) as { token: string }
    const rows = await measure(sql, ours, bare, token)
    console.log('| call | ours ms | bare ms | ratio | at most |\n|---|---:|---:|---:|---:|')
    for (const { what, oursMs, bareMs, ratio, atMost } of rows)
      console.log(`| ${what} | ${oursMs.toFixed(2)} | ${bareMs.toFixed(2)} | ${ratio.toFixed(2)} | ${atMost} |`)
    console.log(`\n${await measureMemory(ours, token)}`)
  } finally {
    apiServer.close()
    plainServer.close()
    await Promise.all([sql.end(), closeConnection()])
    await database.drop()
  }
}

await main()
process.exit(0)
