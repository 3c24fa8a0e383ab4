// npm test: everything that must stay green, or the parts that are named: npm test -- types lint unit api browser
// Writes its totals to TEST_TOTALS (a file) as JSON when that is set, for .ci/run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clocks, environmentAt } from '@/scripts/testing/clocks'
import { findChromium } from '@/scripts/testing/find-chromium'
import {
  checkStep,
  countStep,
  readPlaywrightReport,
  readVitestReport,
  run,
  type StepResult,
  sumSteps,
} from '@/scripts/testing/run-step'

const node = process.execPath
const reports = mkdtempSync(join(tmpdir(), 'readyline-reports-'))

async function vitest(
  name: string,
  project: string,
  options: string[] = [],
  environment: Record<string, string> = {},
): Promise<StepResult> {
  const report = join(reports, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [node, 'node_modules/vitest/vitest.mjs', 'run', '--project', project, ...options, ...reporters]
  // What is only logged in production throws in tests (`lib/db/open-transaction.ts`).
  const code = await run(command, { NODE_ENV: 'test', ...environment })
  return countStep(name, code, readVitestReport(report))
}

/** On a PostgreSQL that is given, one file after the other: the servers of two would fill its hundred connections. */
function api(): Promise<StepResult> {
  return vitest('api', 'api', process.env.TEST_DATABASE_URL ? ['--maxWorkers=1'] : [])
}

async function browser(): Promise<StepResult> {
  const report = join(reports, 'browser.json')
  const code = await run([node, 'node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    CHROMIUM_PATH: findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  return countStep('browser', code, readPlaywrightReport(report))
}

/** The unit tests that talk to a database. */
const DATABASE = [
  'lib/auth/setup-token',
  'lib/db/backup',
  'lib/planning',
  'lib/plan-request',
  'lib/readiness',
  'lib/stays',
  'lib/charging',
]

/** The unit tests that read a clock: those with a database, a backup apart, and some others. */
const UNIT_AND_CLOCK = [
  ...DATABASE.filter((name) => name !== 'lib/db/backup'),
  ...['lib/auth', 'lib/demo', 'lib/import', 'components/format'],
]

/** Calls whose answers depend on the time of day, on ranges and on expiry. */
const API_AND_CLOCK = ['schedules', 'charging', 'explanations', 'access-tokens', 'examples'].map(
  (name) => `e2e/api/${name}`,
)

/** The tests that read a clock at each shifted one, those over HTTP at the two that differ most from an ordinary day. */
async function clock(): Promise<StepResult> {
  const results: StepResult[] = []
  for (const [index, { name, at, api }] of clocks(Date.now()).entries()) {
    console.log(`\n── clock: ${name}`)
    // Another machine's database has another clock.
    const environment = { ...environmentAt(at, Date.now()), TEST_DATABASE_URL: '' }
    results.push(await vitest(`clock-unit-${index}`, 'unit', UNIT_AND_CLOCK, environment))
    if (api) results.push(await vitest(`clock-api-${index}`, 'api', API_AND_CLOCK, environment))
  }
  return sumSteps('clock', results)
}

/** What `npm test` runs, in this order. */
const ALL = ['types', 'lint', 'unit', 'api', 'browser']

const steps: Record<string, () => Promise<StepResult>> = {
  types: () => checkStep('types', [node, 'node_modules/typescript/bin/tsc', '--noEmit']),
  lint: () => checkStep('lint', [node, 'node_modules/@biomejs/biome/bin/biome', 'check', '.']),
  unit: () => vitest('unit', 'unit'),
  api,
  browser,
  // Part of `unit`, for a run on another PostgreSQL (TEST_DATABASE_URL).
  database: () => vitest('database', 'unit', DATABASE),
  // What reads a clock once more, at moments that software stumbles over; needs libfaketime.
  clock,
}

/** A step that could not even begin: no browser to be had, a missing program. */
function failed(name: string, error: Error): StepResult {
  console.error(error.message)
  return { name, passed: 0, failed: 1, skipped: 0, failures: [error.message] }
}

async function main(): Promise<number> {
  const named = process.argv.slice(2)
  const unknown = named.filter((name) => !(name in steps))
  if (unknown.length > 0) {
    console.error(`There is no test step ${unknown.join(', ')}. The steps are ${Object.keys(steps).join(', ')}.`)
    return 2
  }
  const results: TimedResult[] = []
  for (const name of named.length > 0 ? named : ALL) {
    console.log(`\n── ${name}`)
    const begun = performance.now()
    const result = await (steps[name] as () => Promise<StepResult>)().catch((error: Error) => failed(name, error))
    results.push({ ...result, seconds: Math.round((performance.now() - begun) / 1000) })
  }
  return say(results)
}

/** With how long it took, because a run has only so much time. */
type TimedResult = StepResult & { seconds: number }

function say(results: TimedResult[]): number {
  console.log('')
  for (const { name, passed, failed, skipped, seconds } of results)
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''} in ${seconds} s`,
    )
  const { name: _, ...totals } = sumSteps('all', results)
  if (totals.failures.length > 0) console.log(`\nFailed:\n${totals.failures.map((one) => `  ✗ ${one}`).join('\n')}`)
  const times = results.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ')
  if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify({ ...totals, times }))
  console.log(
    `\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`,
  )
  return totals.failed > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} finally {
  rmSync(reports, { recursive: true, force: true })
}
