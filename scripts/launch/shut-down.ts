import { setTimeout as sleep } from 'node:timers/promises'
import { writeTokenCalls } from '@/lib/auth/token-calls'
import { closeConnection, connection } from '@/lib/db/client'
import type { ProvidedDatabase } from '@/lib/db/provide-database'
import { beginDrain } from '@/lib/http/drain'
import type { WorkerProcess } from '@/scripts/launch/worker-process'
import type { WebServer } from '@/scripts/serve'

/** What has been started so far. */
export type Running = { database?: ProvidedDatabase; web?: WebServer; worker?: WorkerProcess }

/** Together below the 10 seconds that a supervisor usually waits before it kills. */
const requestsMs = 6_000
const workerMs = 6_500
const connectionMs = 500
const databaseMs = 2_000

/** What tokens called in the last seconds is not written yet. */
async function lastWords(): Promise<void> {
  if (process.env.DATABASE_URL) await writeTokenCalls(connection().db)
}

/** Takes no new requests, lets those under way finish, has the jobs handed back, and leaves the database. */
export async function shutDown(running: Running): Promise<void> {
  beginDrain()
  await Promise.allSettled([running.web?.close(requestsMs), running.worker?.stop(workerMs)])
  await Promise.race([lastWords().finally(closeConnection), sleep(connectionMs)])
  // Another app that starts just now holds the data folder's lock; it finds that this one has gone.
  await Promise.race([running.database?.stop(databaseMs), sleep(databaseMs + 200)])
}
