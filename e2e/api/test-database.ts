import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { startEmbedded } from '@/lib/db/embedded/start-embedded'
import { migrate } from '@/lib/db/migrate'
import { createLog } from '@/lib/log'

export type TestDatabase = { url: string; drop: () => Promise<void> }

/**
 * A migrated throw-away database: on the server at `TEST_DATABASE_URL` (a role that may create databases), else on an
 * embedded PostgreSQL in a temporary folder.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  const database = server ? await onServer(server) : await embedded()
  await migrate(database.url)
  return database
}

async function onServer(serverUrl: string): Promise<TestDatabase> {
  const name = `readyline_test_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
    await sql.unsafe(statement)
    await sql.end()
  }
  await run(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) }
}

async function embedded(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'readyline-test-'))
  const server = await startEmbedded({ dataDir: folder, log: createLog({ level: 'warn' }) })
  return {
    url: server.url,
    drop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
