import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** What a step of the test run came to. A step that is one check counts as one. */
export type StepResult = { name: string; passed: number; failed: number; skipped: number }

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
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/**
 * The honest count of a test runner: what its report says, and one failure more when it ended badly without a failed
 * test (a crash, a file that could not be loaded, no report at all).
 */
export function countStep(
  name: string,
  code: number | null,
  report: { passed: number; failed: number; skipped: number } | null,
): StepResult {
  const { passed, failed, skipped } = report ?? { passed: 0, failed: 0, skipped: 0 }
  const crashed = (code !== 0 && failed === 0) || report === null || passed + failed === 0
  return { name, passed, failed: crashed ? failed + 1 : failed, skipped }
}

/** One result of several: what ran in parts is counted as a whole. */
export function sumSteps(name: string, parts: StepResult[]): StepResult {
  const sum = (count: 'passed' | 'failed' | 'skipped') => parts.reduce((total, part) => total + part[count], 0)
  return { name, passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** The totals of Vitest's JSON report, or null when there is none. */
export function readVitestReport(file: string) {
  if (!existsSync(file)) return null
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The totals of Playwright's JSON report, or null when there is none. A flaky test counts as failed. */
export function readPlaywrightReport(file: string) {
  if (!existsSync(file)) return null
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}
