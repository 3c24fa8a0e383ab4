// npm run bench:overload: how the API answers many more calls than it can serve, in a process of its own on a throw-away
// PostgreSQL (embedded, or the server at TEST_DATABASE_URL). Bounded: two crowds, each of which ends by itself.
import postgres from 'postgres'
import { fillDepot, LOCATION } from '@/bench/api/fill-depot'
import { type Crowd, readMeanwhile, sendCrowd } from '@/bench/api/overload'
import { startApi } from '@/e2e/api/api-process'
import { createTestDatabase } from '@/e2e/api/test-database'
import { DAY_MS } from '@/lib/time/interval'

const REFRESH_TOKEN = 'bench-refresh-token-0123456789abcdef'
const CALLERS = 400
const PIPELINED = 300

async function exchange(url: string, refreshToken: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/refreshAccessToken`, {
    headers: { authorization: `Bearer ${refreshToken}` },
  })
  return ((await answer.json()) as { token: string }).token
}

async function readToken(url: string, admin: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, role: 'read' }),
  })
  return exchange(url, ((await answer.json()) as { refreshToken: string }).refreshToken)
}

function load(days: number): string {
  const from = Date.now() - (days / 2) * DAY_MS
  return `/locations/${LOCATION}/load?from=${Math.round(from)}&to=${Math.round(from + days * DAY_MS)}`
}

function line(what: string, { statuses, medianMs, slowestMs, unanswered }: Crowd): string {
  const answered = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  return `| ${what} | ${answered.join(', ')} | ${unanswered} | ${medianMs.toFixed(0)} | ${slowestMs.toFixed(0)} |`
}

async function main(): Promise<void> {
  const database = await createTestDatabase()
  const sql = postgres(database.url, { max: 2, onnotice: () => {} })
  const api = await startApi(database.url, {
    NODE_ENV: 'production',
    APP_SECRET: 's'.repeat(40),
    BOOTSTRAP_REFRESH_TOKEN: REFRESH_TOKEN,
    LOG_LEVEL: 'silent',
    TEST_LIMITS: '{}',
  })
  try {
    await fillDepot(sql)
    const admin = await exchange(api.url, REFRESH_TOKEN)
    const tokens = await Promise.all(['a', 'b', 'c', 'd'].map((name) => readToken(api.url, admin, name)))
    const token = (index: number) => tokens[index % tokens.length] ?? admin
    const paths = ['/vehicles/bus-7', '/vehicles', `/locations/${LOCATION}/readiness`, load(2)]
    const calls = Array.from({ length: CALLERS }, (_, index) => ({
      path: paths[(index >> 2) % paths.length] ?? '/vehicles',
      token: token(index),
    }))
    console.log('| crowd | answers | none in 30 s | median ms | slowest ms |\n|---|---|---:|---:|---:|')
    console.log(line(`${CALLERS} mixed reads at once, 4 tokens`, await sendCrowd(api.url, calls)))
    const greedy = Array.from({ length: PIPELINED }, () => ({ path: load(92), token: token(0) }))
    const crowd = sendCrowd(api.url, greedy)
    const other = readMeanwhile(api.url, { path: '/vehicles/bus-7', token: token(1) }, crowd)
    const ready = readMeanwhile(api.url, { path: '/health/ready', token: token(1) }, crowd)
    console.log(line(`${PIPELINED} loads of 92 days, one token`, await crowd))
    console.log(line('a vehicle meanwhile, another token', await other))
    console.log(line('health meanwhile', await ready))
  } finally {
    await api.stop()
    await sql.end()
    await database.drop()
  }
}

await main()
process.exit(0)
