import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@/lib/db/embedded/start-embedded'
import { administer } from '@/lib/db/fixtures/administer'
import type { Template } from '@/lib/db/fixtures/scratch-database'
import { migrate } from '@/lib/db/migrate'
import { createLog } from '@/lib/log'
import { type Shared, shareOnDemand } from '@/scripts/testing/on-demand'

async function findServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'readyline-tests-'))
  const server = await startEmbedded({ dataDir, log: createLog({ level: 'silent' }) })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function createTemplate(): Promise<Shared> {
  const server = await findServer()
  const name = `readyline_template_${randomBytes(6).toString('hex')}`
  const url = new URL(server.url)
  url.pathname = `/${name}`
  await administer(server.url, `create database ${name}`)
  await migrate(url.href)
  return {
    told: { server: server.url, name } satisfies Template,
    stop: async () => {
      await administer(server.url, `drop database if exists ${name} with (force)`)
      await server.stop()
    },
  }
}

/**
 * One PostgreSQL and one migrated database for each process of the run, whose servers would fill the connections of one
 * otherwise. Each scratch database is a copy, which takes a tenth of a second; a server of its own and the migrations
 * take four.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const template = await shareOnDemand(createTemplate)
  process.env.SCRATCH_TEMPLATE = template.url
  return template.stop
}
