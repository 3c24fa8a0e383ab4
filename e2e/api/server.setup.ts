import { randomBytes } from 'node:crypto'
import { startApi } from '@/e2e/api/api-process'
import type { Given } from '@/e2e/api/given'
import { createTestDatabase } from '@/e2e/api/test-database'
import { type Shared, shareOnDemand } from '@/scripts/testing/on-demand'

async function startServer(testProcess: string): Promise<Shared> {
  const database = await createTestDatabase(testProcess)
  const bootstrapToken = randomBytes(24).toString('hex')
  const appSecret = randomBytes(24).toString('hex')
  const api = await startApi(database.url, {
    APP_SECRET: appSecret,
    BOOTSTRAP_REFRESH_TOKEN: bootstrapToken,
    SETUP_TOKEN: 'setup-token-for-tests',
  })
  return {
    told: { apiUrl: api.url, databaseUrl: database.url, bootstrapToken, appSecret } satisfies Given,
    stop: async () => {
      await api.stop()
      await database.drop()
    },
  }
}

/** A database and an API server for each process of the run; tests make locations and vehicles of their own. */
export default async function setup(): Promise<() => Promise<void>> {
  const servers = await shareOnDemand(startServer)
  process.env.API_SERVERS = servers.url
  return servers.stop
}
