import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { refreshToken, tokenCall } from '@/lib/db/schema/access'
import { session, user } from '@/lib/db/schema/staff'
import { tidy } from '@/lib/retention/tidy'
import { DAY_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 22, 20)
const RETENTION = {
  planDetailRetentionDays: 90,
  historyRetentionDays: 396,
  meterValuesRetentionDays: 90,
  meterMeansRetentionDays: 1_826,
}

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
}, 120_000)
afterAll(() => scratch?.drop())

const daysAgo = (days: number) => new Date(NOW - days * DAY_MS)

async function fill(): Promise<void> {
  const { db } = scratch.connection
  await db.insert(user).values({ id: 'u', name: 'Ada', email: 'ada@depot.example' })
  for (const days of [397, 395, -1])
    await db.insert(session).values({ id: `s${days}`, token: `t${days}`, userId: 'u', expiresAt: daysAgo(days) })
  const token = { name: 'Timetable', role: 'write' }
  await db.insert(refreshToken).values([
    { ...token, id: 'revoked', hash: '1', revokedAt: daysAgo(397) },
    { ...token, id: 'expired', hash: '2', expiresAt: daysAgo(397) },
    { ...token, id: 'just-expired', hash: '3', expiresAt: daysAgo(1) },
    { ...token, id: 'for-good', hash: '4', createdAt: daysAgo(1_000) },
  ])
}

const idsOf = async (table: string) =>
  (await scratch.connection.db.execute<{ id: string }>(sql`select id from ${sql.identifier(table)} order by id`)).map(
    ({ id }) => id,
  )

it('removes sessions and tokens that ended over 13 months ago, and none that lets anybody in', async () => {
  await fill()
  await tidy(scratch.connection.db, RETENTION, NOW, new AbortController().signal)
  expect(await idsOf('session')).toEqual(['s-1', 's395'])
  expect(await idsOf('refresh_token')).toEqual(['for-good', 'just-expired'])
})

it('keeps what tokens called for a day', async () => {
  const { db } = scratch.connection
  const call = { tokenId: 'for-good', method: 'GET', status: 200, calls: 1, responseBytes: 2, durationMs: 1 }
  await db.insert(tokenCall).values([
    { ...call, path: '/old', at: daysAgo(1.1) },
    { ...call, path: '/new', at: daysAgo(0.9) },
  ])
  await tidy(db, RETENTION, NOW, new AbortController().signal)
  expect(await db.select({ path: tokenCall.path }).from(tokenCall)).toEqual([{ path: '/new' }])
})

it('goes on with the rest where one kind cannot be removed', async () => {
  const { db } = scratch.connection
  await db.execute(sql`delete from "user"`)
  await db.execute(sql`delete from refresh_token`)
  await fill()
  await db.execute(sql`alter table charging_event rename to elsewhere`)
  await tidy(db, RETENTION, NOW, new AbortController().signal)
  await db.execute(sql`alter table elsewhere rename to charging_event`)
  expect(await idsOf('session')).toEqual(['s-1', 's395'])
})
