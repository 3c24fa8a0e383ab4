import { watchRoomOf } from '@/lib/db/disk-room'
import { startEmbedded } from '@/lib/db/embedded/start-embedded'
import { refusePooler } from '@/lib/db/refuse-pooler'
import { SERVING, withLimits } from '@/lib/db/session-limits'
import type { Env } from '@/lib/env'
import type { Logger } from '@/lib/log'

/** A database to work with, for as long as the process needs it. */
export type ProvidedDatabase = {
  url: string
  /** Lets go of it; the embedded server stops with its last user. */
  stop(withinMs?: number): Promise<void>
}

/**
 * The PostgreSQL at `DATABASE_URL`, or the embedded one in the data folder.
 * @throws with a sentence when there is none, or only a pooler that would lose writes
 */
export async function provideDatabase(env: Env, log: Logger): Promise<ProvidedDatabase> {
  if (env.databaseUrl) {
    await refusePooler(withLimits(env.databaseUrl, SERVING))
    return { url: env.databaseUrl, stop: async () => {} }
  }
  const embedded = await startEmbedded({ dataDir: env.dataDir, log })
  watchRoomOf(embedded.folder)
  return embedded
}
