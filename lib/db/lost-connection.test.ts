import { once } from 'node:events'
import { type AddressInfo, connect as connectSocket, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '@/lib/db/client'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())

/** A way to the database that breaks off the first `times` connections in the moment when they ask for the types. */
async function startBreakingOff(times: number) {
  const database = new URL(scratch.url)
  let left = times
  const server = createServer((client) => {
    const upstream = connectSocket(Number(database.port || 5432), database.hostname)
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const])
      one.on('error', () => {}).on('close', () => other.destroy())
    upstream.pipe(client)
    client.on('data', (chunk) => {
      if (left === 0 || !chunk.includes('pg_catalog.pg_type')) return upstream.write(chunk)
      left -= 1
      client.resetAndDestroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(scratch.url)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url: url.href, left: () => left, close: () => server.close() }
}

it('a connection that is lost in a transaction fails that transaction alone, and the pool serves on', async () => {
  const { db } = scratch.connection
  const kill = (pid: number) => db.execute(sql`select pg_terminate_backend(${pid})`)
  for (let round = 0; round < 25; round += 1) {
    const lost = db.transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await kill(row?.pid ?? 0)
      if (round % 2) await sleep(20)
      await tx.transaction((part) => part.execute(sql`select 1`))
    })
    await expect(lost).rejects.toThrow()
  }
  // A query that finds a connection in the moment of its end fails with it; after that all are new.
  await sleep(500)
  const answers = await Promise.all(Array.from({ length: 30 }, () => db.execute(sql`select 1 as one`)))
  expect(answers).toHaveLength(30)
})

it('a statement that fails among its rows leaves nothing behind in the answer to the next', async () => {
  const { db, close } = connect(scratch.url, { max: 1 })
  for (let round = 0; round < 3; round += 1) {
    const failing = db.execute(sql`select 1 / (500 - n) as share from generate_series(1, 1000) n`)
    await expect(failing).rejects.toMatchObject({ cause: { code: '22012' } })
    expect([...(await db.execute(sql`select ${round}::int as round`))]).toEqual([{ round }])
  }
  await close()
})

it('a connection that is lost while it is being made ends no process, and is made again', async () => {
  const door = await startBreakingOff(3)
  const { db, close } = connect(door.url, { max: 1 })
  // A rejection that nobody takes would end the process; the test run fails with it.
  for (let round = 0; round < 3; round += 1) await expect(db.execute(sql`select 1 as one`)).rejects.toThrow()
  expect([...(await db.execute(sql`select 1 as one`))]).toEqual([{ one: 1 }])
  expect(door.left()).toBe(0)
  await close()
  door.close()
})
