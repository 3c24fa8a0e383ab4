import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What a step of the test run came to, with what failed and why. A step that is one check counts as one. */
export type StepResult = { name: string; passed: number; failed: number; skipped: number; failures: string[] }

/** What a test runner's report says. */
type Report = Omit<StepResult, 'name'>

/** Runs a command with its output on ours. @returns its exit code (null when a signal ended it) */
export function run(command: string[], environment: Record<string, string | undefined> = {}): Promise<number | null> {
  const [program = '', ...args] = command
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

/** A command that passes or fails as one: types, lint, a build. */
export async function checkStep(name: string, command: string[]): Promise<StepResult> {
  const code = await run(command)
  return code === 0
    ? { name, passed: 1, failed: 0, skipped: 0, failures: [] }
    : { name, passed: 0, failed: 1, skipped: 0, failures: [name] }
}

/**
 * The honest count of a test runner: what its report says, and one failure more when it ended badly without a failed
 * test (a crash, a file that could not be loaded, no report at all).
 */
export function countStep(name: string, code: number | null, report: Report | null): StepResult {
  const { passed, failed, skipped, failures } = report ?? { passed: 0, failed: 0, skipped: 0, failures: [] }
  const crashed = (code !== 0 && failed === 0) || report === null || passed + failed === 0
  if (!crashed) return { name, passed, failed, skipped, failures }
  return { name, passed, failed: failed + 1, skipped, failures: [...failures, `${name} ended with code ${code}`] }
}

/** One result of several: what ran in parts is counted as a whole. */
export function sumSteps(name: string, parts: StepResult[]): StepResult {
  const sum = (count: 'passed' | 'failed' | 'skipped') => parts.reduce((total, part) => total + part[count], 0)
  const failures = parts.flatMap((part) => part.failures.map((failure) => `${part.name}: ${failure}`))
  return { name, passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), failures }
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}
type PlaywrightTest = {
  projectName: string
  status: string
  results?: { errors?: { message?: string }[]; attachments?: { name: string; path?: string }[] }[]
}
type PlaywrightSuite = {
  title: string
  file: string
  suites?: PlaywrightSuite[]
  specs: { title: string; tests: PlaywrightTest[] }[]
}
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: PlaywrightSuite[]
}

/** The totals of Vitest's JSON report, or null when there is none. */
export function readVitestReport(file: string): Report | null {
  if (!existsSync(file)) return null
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOfFile),
  }
}

/** A file that could not be loaded has no tests that failed. */
function failuresOfFile({ name, status, message, assertionResults }: VitestReport['testResults'][number]): string[] {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter((result) => result.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [withReason(file, message)] : []
  return failed.map(({ fullName, failureMessages = [] }) => withReason(`${file}: ${fullName}`, failureMessages[0]))
}

/** So much of an error is enough to see what was expected; the whole of it stands where the test ran. */
const REASON_LENGTH = 400

/** The reader of a log's end sees the reason too: a test that fails on one machine alone cannot be run again there. */
function withReason(name: string, message: string | undefined): string {
  const reason = stripVTControlCharacters(message ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return reason === '' ? name : `${name}\n    ${reason.slice(0, REASON_LENGTH)}`
}

/** What the page said when a journey failed: where it stood, what it warned of, what was open. Nothing where it is not known. */
function wordsOfPage(attachments: { name: string; path?: string }[]): string[] {
  const file = attachments.find(({ name }) => name === 'error-context')?.path
  if (file === undefined || !existsSync(file)) return []
  const said = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/ \[ref=\w+\]/, ''))
    .filter((line) => /^- (alert|status|dialog|alertdialog|heading)\b/.test(line))
  return said.length === 0 ? [] : [`the page: ${said.join(' ').slice(0, REASON_LENGTH)}`]
}

/** The totals of Playwright's JSON report, or null when there is none. A flaky test counts as failed. */
export function readPlaywrightReport(file: string): Report | null {
  if (!existsSync(file)) return null
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failuresOfSuite),
  }
}

function failuresOfSuite(suite: PlaywrightSuite): string[] {
  return failuresWithin(suite, [])
}

/** @param groups the titles of the groups around a test, outermost first; a file's own title is its name */
function failuresWithin({ file, specs, suites = [] }: PlaywrightSuite, groups: readonly string[]): string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results = [] }) =>
        [
          withReason(
            `${file} (${projectName}): ${[...groups, title].join(' › ')}`,
            results.flatMap(({ errors = [] }) => errors)[0]?.message,
          ),
          ...wordsOfPage(results.flatMap(({ attachments = [] }) => attachments)),
        ].join('\n    '),
      ),
  )
  return [...own, ...suites.flatMap((inner) => failuresWithin(inner, [...groups, inner.title]))]
}
