import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CHANGED_CHANNEL, isFollowed } from '@/lib/db/announce'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { listen } from '@/lib/db/listen'
import { inTransaction } from '@/lib/db/transaction'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())

const UNTIL = { timeout: 30_000, interval: 20 }

/** Somebody who listens, and what they have heard. */
function hearing(...channels: string[]) {
  const heard: string[] = []
  const ear = {
    onNotice: (channel: string, payload: string) => heard.push(`${channel} ${payload}`),
    onListen: () => heard.push('listens'),
    onLost: () => heard.push('lost'),
  }
  return { heard, ...listen(scratch.url, channels, ear) }
}

const notify = (channel: string, payload: string) =>
  scratch.connection.db.execute(sql`select pg_notify(${channel}, ${payload})`)
const listeners = () =>
  scratch.connection.db.execute<{ pid: number }>(sql`
    select pid from pg_stat_activity where datname = current_database() and application_name = 'readyline-listen'`)

test('all that a process listens to shares one connection; it is lost and made again, for all of them', async () => {
  const one = hearing('one', 'both')
  await vi.waitFor(() => expect(one.heard).toEqual(['listens']), UNTIL)
  const other = hearing('both')
  await vi.waitFor(() => expect(other.heard).toEqual(['listens']), UNTIL)
  await notify('one', 'a')
  await notify('both', 'b')
  await vi.waitFor(() => expect([one.heard.at(-1), other.heard.at(-1)]).toEqual(['both b', 'both b']), UNTIL)
  expect([one.heard, other.heard]).toEqual([
    ['listens', 'one a', 'both b'],
    ['listens', 'both b'],
  ])
  const [before, ...more] = await listeners()
  expect(more).toEqual([])
  await scratch.connection.db.execute(sql`select pg_terminate_backend(${before?.pid ?? 0})`)
  for (const { heard } of [one, other])
    await vi.waitFor(() => expect(heard.slice(-2)).toEqual(['lost', 'listens']), UNTIL)
  await one.close()
  await notify('both', 'c')
  await vi.waitFor(() => expect(other.heard.at(-1)).toBe('both c'), UNTIL)
  expect(one.heard.at(-1)).toBe('listens')
  await other.close()
  await vi.waitFor(async () => expect([...(await listeners())]).toEqual([]), UNTIL)
})

test('a commit that changed followed rows is told of, one that did not is not; neither is what was undone', async () => {
  const { db } = scratch.connection
  const { heard, close } = hearing(CHANGED_CHANNEL, 'end')
  await vi.waitFor(() => expect(heard).toEqual(['listens']), UNTIL)
  const told = async () => {
    await notify('end', '')
    await vi.waitFor(() => expect(heard.at(-1)).toBe('end '), UNTIL)
    return heard.splice(0).filter((each) => each.startsWith(CHANGED_CHANNEL)).length
  }
  await inTransaction(db, (tx) => tx.execute(sql`delete from alarm_watch`))
  const undone = inTransaction(db, async (tx) => {
    await tx.execute(sql`update alarm set cleared_at = null`)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  // Both would have been told of by now, if they were: a notice is on its way for a tenth of a second.
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await told()).toBe(0)
  await inTransaction(db, (tx) => inTransaction(tx, (part) => part.execute(sql`delete from plan_run`)))
  await vi.waitFor(() => expect(heard).toContain(`${CHANGED_CHANNEL} `), UNTIL)
  await told()
  await db.execute(sql`delete from plan_request`)
  await vi.waitFor(() => expect(heard).toContain(`${CHANGED_CHANNEL} `), UNTIL)
  await close()
})

test.each([
  ['insert into "charging_event" ("id") values ($1)', true],
  ['insert into plan_request as request (location_uid) select uid from location', true],
  ['with before as (select 1) update station_state known set state = $1', true],
  ['delete from only alarm where key = $1', true],
  ['insert into station_message (station_id) values ($1)', false],
  ['insert into alarm_watch (location_uid) select l.uid from location l', false],
  ['select * from alarm for update', false],
])('%s: whether streams tell of it is %s', (statement, expected) => {
  expect(isFollowed(statement)).toBe(expected)
})
