import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { startApi } from '@/e2e/api/api-process'
import { createTestDatabase } from '@/e2e/api/test-database'

declare module 'vitest' {
  export interface ProvidedContext {
    apiUrl: string
    databaseUrl: string
    bootstrapToken: string
    appSecret: string
  }
}

/** One database and one API server for the whole run; tests make locations and vehicles of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await createTestDatabase()
  const bootstrapToken = randomBytes(24).toString('hex')
  const appSecret = randomBytes(24).toString('hex')
  const api = await startApi(database.url, {
    APP_SECRET: appSecret,
    BOOTSTRAP_REFRESH_TOKEN: bootstrapToken,
    SETUP_TOKEN: 'setup-token-for-tests',
  })
  project.provide('apiUrl', api.url)
  project.provide('databaseUrl', database.url)
  project.provide('bootstrapToken', bootstrapToken)
  project.provide('appSecret', appSecret)
  return async () => {
    await api.stop()
    await database.drop()
  }
}
