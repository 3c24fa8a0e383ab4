import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countStep, readPlaywrightReport, readVitestReport, sumSteps } from '@/scripts/testing/run-step'

function report(content: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'readyline-report-')), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a failed test is named with its file, and so is a file that could not be loaded', () => {
  const testResults = [
    { name: join(process.cwd(), 'lib/a.test.ts'), status: 'failed', assertionResults: [result('adds', 'failed')] },
    { name: join(process.cwd(), 'lib/b.test.ts'), status: 'failed', assertionResults: [] },
    { name: join(process.cwd(), 'lib/c.test.ts'), status: 'passed', assertionResults: [result('counts', 'passed')] },
  ]
  const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }
  const failures = ['lib/a.test.ts: adds', 'lib/b.test.ts']
  expect(readVitestReport(report({ ...counts, testResults }))?.failures).toEqual(failures)
})

function result(fullName: string, status: string) {
  return { fullName, status }
}

test('a journey that failed or passed at the second try is a failure that is named', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ projectName: 'desk', status }] })
  const suites = [
    {
      title: 'board.spec.ts',
      file: 'board.spec.ts',
      specs: [spec('shows', 'unexpected'), spec('loads', 'expected')],
      suites: [{ title: 'on a phone', file: 'board.spec.ts', specs: [spec('waits', 'flaky')] }],
    },
  ]
  const read = readPlaywrightReport(report({ stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 }, suites }))
  const failures = ['board.spec.ts (desk): shows', 'board.spec.ts (desk): on a phone › waits']
  expect(read).toEqual({ passed: 1, failed: 2, skipped: 0, failures })
})

test('a failure says in one line of at most 400 characters what was wrong, without colours', () => {
  const message = `\u001b[31mexpected 1\u001b[39m\n  received ${'2'.repeat(500)}`
  const line = `expected 1 received ${'2'.repeat(380)}`
  const failed = { ...result('adds', 'failed'), failureMessages: [message] }
  const testResults = [
    { name: join(process.cwd(), 'lib/a.test.ts'), status: 'failed', assertionResults: [failed] },
    { name: join(process.cwd(), 'lib/b.test.ts'), status: 'failed', message: 'no such module', assertionResults: [] },
  ]
  const counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }
  expect(readVitestReport(report({ ...counts, testResults }))?.failures).toEqual([
    `lib/a.test.ts: adds\n    ${line}`,
    'lib/b.test.ts\n    no such module',
  ])
  const tests = [{ projectName: 'desk', status: 'unexpected', results: [{ errors: [{ message }] }] }]
  const suites = [{ title: 'board.spec.ts', file: 'board.spec.ts', specs: [{ title: 'shows', tests }] }]
  const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 }
  expect(readPlaywrightReport(report({ stats, suites }))?.failures).toEqual([
    `board.spec.ts (desk): shows\n    ${line}`,
  ])
})

test('a journey that failed says what the page said: what was open, its headings, what it warned of', () => {
  const page = `# Page snapshot

\`\`\`yaml
- generic [ref=e1]:
  - heading "Power" [level=1] [ref=e2]
  - dialog "What if …" [ref=e3]:
    - button "Close" [ref=e4]
    - alert [ref=e5]: The server takes too long.
\`\`\``
  const path = join(mkdtempSync(join(tmpdir(), 'readyline-report-')), 'error-context.md')
  writeFileSync(path, page)
  const results = [{ errors: [{ message: 'not found' }], attachments: [{ name: 'error-context', path }] }]
  const tests = [{ projectName: 'desk', status: 'unexpected', results }]
  const suites = [{ title: 'board.spec.ts', file: 'board.spec.ts', specs: [{ title: 'shows', tests }] }]
  const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 }
  const said = '- heading "Power" [level=1] - dialog "What if …": - alert: The server takes too long.'
  expect(readPlaywrightReport(report({ stats, suites }))?.failures).toEqual([
    `board.spec.ts (desk): shows\n    not found\n    the page: ${said}`,
  ])
})

test('a run that ends badly without a failed test, or without a report, is one failure', () => {
  const green = { passed: 3, failed: 0, skipped: 0, failures: [] }
  expect(countStep('unit', 1, green)).toMatchObject({ passed: 3, failed: 1, failures: ['unit ended with code 1'] })
  expect(countStep('unit', null, null)).toMatchObject({ passed: 0, failed: 1 })
  expect(countStep('unit', 0, green)).toEqual({ name: 'unit', ...green })
})

test('a sum says of which part each failure is', () => {
  const part = { passed: 1, failed: 1, skipped: 0, failures: ['adds'] }
  const sum = sumSteps('all', [
    { name: 'unit', ...part },
    { name: 'api', ...part },
  ])
  expect(sum).toEqual({ name: 'all', passed: 2, failed: 2, skipped: 0, failures: ['unit: adds', 'api: adds'] })
})
