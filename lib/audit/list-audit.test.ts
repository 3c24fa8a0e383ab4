import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type AuditQuery, listAudit } from '@/lib/audit/list-audit'
import { SYSTEM } from '@/lib/context'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'

vi.setConfig({ hookTimeout: 120_000, testTimeout: 60_000 })

const ENTRIES = 42_000
const EVERY = 700
let scratch: ScratchDatabase

// Each 700th entry is of the depot "small", two share a moment, and only the oldest are alarms.
beforeAll(async () => {
  scratch = await createScratchDatabase()
  await scratch.connection.sql`
    insert into audit_entry (at, by_kind, by_id, by_name, kind, object_id, action, location_uids, after)
    select timestamptz '2026-01-01' + (n / 2) * interval '1 minute', 'token', 't', 'T',
      case when n <= 500 then 'alarm' else 'vehicle' end, 'bus-' || n, 'created',
      array[case when n % ${EVERY}::int = 0 then 'small' else 'large' end], '{"name": "12"}'
    from generate_series(1, ${ENTRIES}::int) n`
})
afterAll(() => scratch.drop())

/** All that fit, page by page, by the numbers in their objects' ids. */
async function walk(query: AuditQuery, most = Number.POSITIVE_INFINITY): Promise<number[]> {
  const found: number[] = []
  let before: string | undefined
  do {
    const context = { db: scratch.connection.db, who: SYSTEM, now: 0 }
    const page = await listAudit(context, { limit: 25, ...query, ...(before && { before }) })
    found.push(...page.entries.map(({ objectId }) => Number(objectId.slice('bus-'.length))))
    before = page.before
  } while (before && found.length < most)
  return found
}

const down = (from: number, to: number, fits = (_: number) => true) =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index).filter(fits)

test('entries that are rare are found however old they are, each once and the latest first', async () => {
  expect(await walk({ locationUid: 'small' })).toEqual(down(ENTRIES, 1, (n) => n % EVERY === 0))
  expect(await walk({ kind: 'alarm', limit: 100 })).toEqual(down(500, 1))
  expect(await walk({ kind: 'alarm', locationUid: 'small' })).toEqual([])
  expect(await walk({ locationUid: 'nowhere' })).toEqual([])
})

test('entries that are frequent go on from page to page', async () => {
  expect(await walk({ locationUid: 'large' }, 100)).toEqual(down(ENTRIES, 1, (n) => n % EVERY !== 0).slice(0, 100))
  expect(await walk({}, 50)).toEqual(down(ENTRIES, ENTRIES - 49))
})

test('times narrow both', async () => {
  const to = Date.parse('2026-01-01') + 10_500 * 60_000
  const before = (n: number) => n < 21_000
  expect(await walk({ to, locationUid: 'small' })).toEqual(down(ENTRIES, 1, (n) => before(n) && n % EVERY === 0))
  expect(await walk({ to }, 50)).toEqual(down(20_999, 20_950))
})

test('what is inside of a property comes in the order of the contract, not in that of the database', async () => {
  const properties = { tariff: { weekly: [{ day: 'MO', from: '00:00', to: '24:00', perkWh: 0.2 }] } }
  await scratch.connection.sql`
    insert into audit_entry (at, by_kind, by_id, by_name, kind, object_id, action, location_uids, after)
    values ('2025-12-01', 'token', 't', 'T', 'location', 'north', 'created', array['north'], ${JSON.stringify(properties)}::text::jsonb)`
  const context = { db: scratch.connection.db, who: SYSTEM, now: 0 }
  const { entries } = await listAudit(context, { kind: 'location' })
  expect(entries.map(({ after }) => JSON.stringify(after))).toEqual([JSON.stringify(properties)])
})
