import { startEmbedded } from '@/lib/db/embedded/start-embedded'
import type { Env } from '@/lib/env'
import type { Logger } from '@/lib/log'

/** A database to work with, for as long as the process needs it. */
export type ProvidedDatabase = {
  url: string
  /** Lets go of it; the embedded server stops with its last user. */
  stop(withinMs?: number): Promise<void>
}

/** The PostgreSQL at `DATABASE_URL`, or the embedded one in the data folder. */
export async function provideDatabase(env: Env, log: Logger): Promise<ProvidedDatabase> {
  if (env.databaseUrl) return { url: env.databaseUrl, stop: async () => {} }
  return startEmbedded({ dataDir: env.dataDir, log })
}
