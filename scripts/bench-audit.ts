// npm run bench:audit: pages of an audit log of a million entries, read from a server of the API on a throw-away PostgreSQL
// (embedded, or the server at TEST_DATABASE_URL). Bounded.
import postgres from 'postgres'
import { call } from '@/bench/fleet/fleet-calls'
import { startApi } from '@/e2e/api/api-process'
import { createTestDatabase } from '@/e2e/api/test-database'

const REFRESH_TOKEN = 'bench-refresh-token-0123456789abcdef'
const ENTRIES = 1_000_000
const TIMES = 30

type Page = { entries: unknown[]; before?: string }

/** Three years of changes at ten depots, the first of which has half of them; the last vehicle was changed three times. */
const FILL = `
  insert into audit_entry (at, by_kind, by_id, by_name, from_address, request_id, kind, object_id, action, vehicle_id, location_uids, before, after)
  select timestamptz '2024-01-01' + n * interval '90 seconds', 'token', 'tok_' || n % 40, 'System ' || n % 40, '192.0.2.7', 'req-' || n,
    case when n % 10 < 7 then 'schedule' when n % 10 < 9 then 'vehicle' else 'location' end, 'object-' || n % 50000,
    case when n % 20 = 0 then 'deleted' when n % 3 = 0 then 'created' else 'changed' end,
    case when n % 333333 = 0 then 'rare-bus' else 'bus-' || n % 2000 end,
    array[case when n % 2 = 0 then 'depot-0' else 'depot-' || n % 10 end], '{"targetSoC": 80, "priority": 0}', '{"targetSoC": 95, "priority": 1}'
  from generate_series(1, ${ENTRIES}) n`

const MONTH = 'from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z'
const QUERIES: [string, string][] = [
  ['the newest', ''],
  ['of a kind', 'kind=vehicle'],
  ['of an action', 'action=deleted'],
  ['by a token', 'by=tok_7'],
  ['a vehicle’s history', 'vehicleId=bus-77'],
  ['the history of a vehicle that was changed three times', 'vehicleId=rare-bus'],
  ['a stay’s history', 'objectId=object-77'],
  ['of a depot with half of them', 'locationUid=depot-0'],
  ['of a depot with a tenth of them', 'locationUid=depot-3'],
  ['of a depot with none', 'locationUid=depot-99'],
  ['of a kind that the depot has none of', 'kind=location&locationUid=depot-3'],
  ['of an action that the token never took', 'action=deleted&by=tok_7'],
  ['of a month', MONTH],
  ['of a kind, an action, a token and a depot', 'kind=schedule&action=created&by=tok_9&locationUid=depot-9'],
  ['of a token in a month', `by=tok_7&${MONTH}`],
  ['of all filters of the page', `kind=location&action=deleted&by=tok_8&locationUid=depot-8&${MONTH}`],
]

/** What an administrator of one depot may look for. */
const NARROW: [string, string][] = [
  ['as an administrator of one depot', ''],
  ['… of a kind that is rare there', 'kind=location'],
  ['… of an action by a token in a month', `action=deleted&by=tok_3&${MONTH}`],
  ['… of a token that never was there', 'by=tok_4'],
]

const database = await createTestDatabase()
const sql = postgres(database.url, { max: 1, onnotice: () => {} })
const api = await startApi(database.url, {
  NODE_ENV: 'production',
  APP_SECRET: 's'.repeat(40),
  BOOTSTRAP_REFRESH_TOKEN: REFRESH_TOKEN,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  TEST_LIMITS: '{}',
})

async function timesOf(read: () => Promise<Page>): Promise<{ times: number[]; page: Page }> {
  const times: number[] = []
  let page: Page = { entries: [] }
  for (let time = 0; time < TIMES; time++) {
    const started = performance.now()
    page = await read()
    times.push(performance.now() - started)
  }
  return { times: times.sort((a, b) => a - b), page }
}

try {
  const { token } = (await call(api.url, REFRESH_TOKEN, 'GET', '/auth/refreshAccessToken')) as { token: string }
  await sql.unsafe(FILL)
  await sql`analyze audit_entry`
  const get = (query: string, limit = 100) =>
    call(api.url, token, 'GET', `/audit?limit=${limit}&${query}`) as Promise<Page>
  const line = (what: string, of: number[], { entries }: Page) =>
    console.log(`| ${what} | ${entries.length} | ${of[TIMES / 2]?.toFixed(0)} | ${of.at(-1)?.toFixed(0)} |`)
  console.log('| page | entries | median, ms | slowest, ms |\n|---|---:|---:|---:|')
  for (const [name, query] of QUERIES) {
    const { times, page } = await timesOf(() => get(query))
    line(name, times, page)
    if (!page.before) continue
    const next = await timesOf(() => get(`${query}&before=audit_${Math.floor(ENTRIES / 2)}`))
    line('… from the middle of the log on', next.times, next.page)
  }
  const exported = await timesOf(() => get('', 1_000))
  await call(api.url, token, 'PUT', '/locations/depot-3', { timeZone: 'Europe/Berlin' })
  const narrow = { name: 'Depot 3', role: 'admin', locationUids: ['depot-3'] }
  const { refreshToken } = (await call(api.url, token, 'POST', '/auth/tokens', narrow)) as { refreshToken: string }
  const { token: own } = (await call(api.url, refreshToken, 'GET', '/auth/refreshAccessToken')) as { token: string }
  for (const [name, query] of NARROW) {
    const seen = await timesOf(() => call(api.url, own, 'GET', `/audit?limit=100&${query}`) as Promise<Page>)
    line(name, seen.times, seen.page)
  }
  line('the first thousand of an export', exported.times, exported.page)
} finally {
  await api.stop()
  await sql.end()
  await database.drop()
}
process.exit(0)
