import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const program = `
  import { parseRecurrenceRule } from '@/lib/contract/recurrence-rule'
  import { Recurrence } from '@/lib/time/recurrence'
  const rules = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20271231T120000Z', 'FREQ=MONTHLY;BYDAY=-1SU', 'FREQ=YEARLY;BYMONTHDAY=-1', 'FREQ=WEEKLY;INTERVAL=2;COUNT=20']
  const zones = ['UTC', 'Europe/Helsinki', 'America/New_York', 'Pacific/Auckland']
  const arrival = Date.parse('2027-01-31T22:30:00Z')
  console.log(JSON.stringify(rules.flatMap((rule) => zones.map((timeZone) => {
    const stay = { rule, timeZone, arrival, departure: arrival + 7 * 3600000 }
    return new Recurrence(stay, parseRecurrenceRule(rule).parts).overlapping({ from: arrival, to: arrival + 300 * 86400000 })
  }))), new Date(2027, 0, 1).getTime())`

let folder: string
let script: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readyline-zone-'))
  script = join(folder, 'occurrences.mjs')
  buildSync({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: { '@': root },
    mainFields: ['module', 'main'],
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function printed(TZ: string): string[] {
  return execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8' })
    .trim()
    .split(' ')
}

test('the occurrences of rules are the same whatever zone the process runs in', () => {
  const [occurrences, midnight] = printed('UTC')
  for (const TZ of ['America/New_York', 'Pacific/Auckland']) {
    const [there, midnightThere] = printed(TZ)
    expect(midnightThere).not.toBe(midnight)
    expect(there).toBe(occurrences)
  }
  expect(JSON.parse(occurrences ?? '[]').flat().length).toBeGreaterThan(1_000)
})
