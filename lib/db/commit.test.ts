import { createServer, connect as dial, type Server } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Connection, connect } from '@/lib/db/client'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'

let scratch: ScratchDatabase
let between: Server
let through: Connection

/** Stands between driver and server, and makes an abort of every commit: the server answers COMMIT with ROLLBACK. */
function abortingProxy(url: URL): Promise<Server> {
  const server = createServer((client) => {
    const upstream = dial(Number(url.port || 5432), url.hostname)
    client.on('data', (data) =>
      upstream.write(Buffer.from(data.toString('latin1').replace('commit', 'abort '), 'latin1')),
    )
    upstream.pipe(client)
    client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

beforeAll(async () => {
  scratch = await createScratchDatabase()
  const url = new URL(scratch.url)
  between = await abortingProxy(new URL(scratch.url))
  const address = between.address()
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' ? address?.port : '')
  through = connect(url.href)
  await scratch.connection.db.execute(sql`create table kept (id int)`)
})
afterAll(async () => {
  await through.close()
  between.close()
  await scratch.drop()
})

it('a commit that the server answers with a rollback is an error, and the pool serves on', async () => {
  const write = through.db.transaction((tx) => tx.execute(sql`insert into kept values (1)`))
  await expect(write).rejects.toMatchObject({ code: 'COMMIT_ROLLED_BACK' })
  expect(await scratch.connection.db.execute(sql`select id from kept`)).toHaveLength(0)
  const answers = await Promise.all(Array.from({ length: 30 }, () => through.db.execute(sql`select 1 as one`)))
  expect(answers).toHaveLength(30)
})
