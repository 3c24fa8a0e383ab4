// npm run bench:import: a file of 5,000 stays, as the page sends it, against a server of the API on a throw-away PostgreSQL
// (embedded, or the server at TEST_DATABASE_URL): preview, import, one that is stopped half-way, and undo. Bounded.
import postgres, { type Sql } from 'postgres'
import { call, firstNight } from '@/bench/fleet/fleet-calls'
import { bring, LOCATION, type Post, preview, readFile } from '@/bench/import/page-calls'
import { type Timetable, timetableCsv, vehicleId } from '@/bench/import/timetable'
import { startApi } from '@/e2e/api/api-process'
import { createTestDatabase } from '@/e2e/api/test-database'

const REFRESH_TOKEN = 'bench-refresh-token-0123456789abcdef'
const SHAPES: Timetable[] = [
  { vehicles: 250, staysEach: 20 },
  { vehicles: 1_000, staysEach: 5 },
]

type Bench = { sql: Sql; post: Post }

async function timed<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const started = performance.now()
  const result = await work()
  console.log(`| ${what} | ${((performance.now() - started) / 1000).toFixed(2)} |`)
  return result
}

/** Throws where a bench did not measure what it says. */
function expectCount(what: string, count: number, expected: number): void {
  if (count !== expected) throw new Error(`${what}: ${count}, and ${expected} were expected.`)
}

async function countStays({ sql }: Bench): Promise<number> {
  const [row] = await sql`select count(*)::int as count from stay`
  return row?.count ?? 0
}

async function undo({ post }: Bench, id: string): Promise<number> {
  return ((await post(`/imports/${id}/undo`)) as { restored: number }).restored
}

async function fillVehicles({ sql }: Bench, { vehicles }: Timetable): Promise<void> {
  await sql`insert into location (uid, name, time_zone, charging_efficiency, strategy, target_soc, minimum_soc, bulk_soc,
      departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules, control_chargers)
    values (${LOCATION}, ${LOCATION}, 'UTC', 1, 'peak-supression', 100, 0, 80, 10, 30, 20, '[]', true)`
  const ids = Array.from({ length: vehicles }, (_, index) => vehicleId(index))
  await sql`insert into vehicle (id, name, full_charge_energy_kwh, max_charge_power_kw, min_charge_power_kw,
      supports_pause_resume, enable_charge_scheduling)
    select id, id, 400, 150, 0, true, true from unnest(${ids}::text[]) id`
  await sql`insert into vehicle_location (vehicle_key, location_uid, position) select key, ${LOCATION}, 0 from vehicle`
  await sql`analyze`
}

async function measure(bench: Bench, shape: Timetable, from: number): Promise<void> {
  const all = shape.vehicles * shape.staysEach
  const what = `${shape.vehicles} vehicles with ${shape.staysEach} stays each`
  const rows = await timed(`${what}: reading the file`, () => readFile(timetableCsv(shape, from)))
  expectCount('new', (await timed('… preview', () => preview(bench.post, rows))).created, all)
  const stopped = await timed('… import, stopped half-way', () => bring(bench.post, rows, all / 2))
  expectCount('stays of whole vehicles', (await countStays(bench)) % shape.staysEach, 0)
  expectCount('rows', stopped.rows + stopped.left.reduce((sum, one) => sum + one.rows.length, 0), all)
  expectCount('undone', await timed('… undoing the half', () => undo(bench, stopped.id)), stopped.rows)
  const whole = await timed('… import', () => bring(bench.post, rows))
  expectCount('stays', await countStays(bench), all)
  expectCount('as they are', (await timed('… preview of the same again', () => preview(bench.post, rows))).created, 0)
  const late = readFile(timetableCsv(shape, from, 30))
  const faults = await timed('… preview where each row overlaps what is stored', () => preview(bench.post, late))
  expectCount('with faults', faults.faults, all)
  expectCount('undone', await timed('… undoing all', () => undo(bench, whole.id)), all)
  expectCount('stays left', await countStays(bench), 0)
}

const database = await createTestDatabase()
const sql = postgres(database.url, { max: 2, onnotice: () => {} })
const api = await startApi(database.url, {
  NODE_ENV: 'production',
  APP_SECRET: 's'.repeat(40),
  BOOTSTRAP_REFRESH_TOKEN: REFRESH_TOKEN,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  TEST_LIMITS: '{}',
})
try {
  const { token } = (await call(api.url, REFRESH_TOKEN, 'GET', '/auth/refreshAccessToken')) as { token: string }
  const bench: Bench = { sql, post: (path, body) => call(api.url, token, 'POST', path, body) }
  console.log('| what | seconds |\n|---|---:|')
  for (const shape of SHAPES) {
    await sql`truncate location, vehicle cascade`
    await fillVehicles(bench, shape)
    await measure(bench, shape, firstNight(Date.now()))
  }
} finally {
  await api.stop()
  await sql.end()
  await database.drop()
}
process.exit(0)
