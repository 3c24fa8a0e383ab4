// npm run bench:event-loop: for how long one call keeps the process that answers it from all others, on a throw-away
// PostgreSQL (embedded, or the server at TEST_DATABASE_URL). Words after it choose calls by their names.
import postgres from 'postgres'
import { batchOfRules, monthlyRules } from '@/bench/api/costly-rules'
import { fillDepot, LOCATION } from '@/bench/api/fill-depot'
import { startApi } from '@/e2e/api/api-process'
import { createTestDatabase } from '@/e2e/api/test-database'
import { DAY_MS } from '@/lib/time/interval'

const REFRESH_TOKEN = 'bench-refresh-token-0123456789abcdef'
const ROUNDS = 5
/** The stays that `fillDepot` plans begin today; it writes some past weeks, too. */
const PAST_NIGHTS = 85

type Call = { what: string; path: string; body?: object; once?: boolean; past?: boolean }

function calls(now: number): Call[] {
  const range = (days: number) => `from=${now - (days - 7) * DAY_MS}&to=${now + 7 * DAY_MS}`
  return [
    { what: 'the OpenAPI document, the first time', path: '/openapi.json', once: true },
    { what: 'a load of 92 days, 92,000 stays', path: `/locations/${LOCATION}/load?${range(92)}`, past: true },
    { what: 'a load of 14 days', path: `/locations/${LOCATION}/load?${range(14)}` },
    { what: 'readiness of 48 hours, 2,000 departures', path: `/locations/${LOCATION}/readiness?hours=48` },
    { what: 'a week of 1,000 vehicles with plans', path: `/locations/${LOCATION}/schedules?${range(7)}` },
    { what: 'GET /vehicles, 1,000', path: '/vehicles' },
    {
      what: '50 monthly rules with COUNT from 1972',
      path: '/vehicles/bus-1/schedules?dryRun=true',
      body: monthlyRules(),
    },
    { what: 'a batch of 500 vehicles with 50 rules each', path: '/schedules/batch?dryRun=true', body: batchOfRules() },
  ]
}

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const chosen = calls(Date.now()).filter(({ what }) => words.every((word) => what.includes(word)))
  const database = await createTestDatabase()
  const sql = postgres(database.url, { max: 2, onnotice: () => {} })
  const api = await startApi(database.url, {
    NODE_ENV: 'production',
    APP_SECRET: 's'.repeat(40),
    BOOTSTRAP_REFRESH_TOKEN: REFRESH_TOKEN,
    LOG_LEVEL: 'silent',
  })
  try {
    await fillDepot(sql, chosen.some(({ past }) => past) ? PAST_NIGHTS : 0)
    const answer = await fetch(`${api.url}/api/auth/refreshAccessToken`, {
      headers: { authorization: `Bearer ${REFRESH_TOKEN}` },
    })
    const { token } = (await answer.json()) as { token: string }
    console.log('| call | takes ms | stands still ms |\n|---|---:|---:|')
    for (const call of chosen) console.log(await line(api, token, call))
  } finally {
    await api.stop()
    await sql.end()
    await database.drop()
  }
}

/** The median of several calls, and the longest that the event loop stood still in the median of them. */
async function line(api: Awaited<ReturnType<typeof startApi>>, token: string, call: Call): Promise<string> {
  const rounds: { ms: number; delayMs: number }[] = []
  for (let round = 0; round < (call.once ? 1 : ROUNDS); round++) {
    await api.eventLoopDelay()
    const started = performance.now()
    const response = await fetch(`${api.url}/api${call.path}`, {
      method: call.body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: call.body && JSON.stringify(call.body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${call.what}: ${response.status} ${text.slice(0, 300)}`)
    rounds.push({ ms: performance.now() - started, delayMs: await api.eventLoopDelay() })
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
  const [ms, delayMs] = [median(rounds.map((one) => one.ms)), median(rounds.map((one) => one.delayMs))]
  return `| ${call.what} | ${ms.toFixed(0)} | ${delayMs.toFixed(0)} |`
}

await main()
process.exit(0)
