import { eq } from 'drizzle-orm'
import { countFailures, failuresOf } from '@/lib/auth/attempts'
import type { Database } from '@/lib/db/client'
import { chargingStation } from '@/lib/db/schema'
import { judgeEntry, MOST_OF_ADDRESS, MOST_OF_IDENTITY, type Verdict } from '@/lib/ocpp/door/judge'
import { passwordHash } from '@/lib/stations/password'
import { noteWaiting } from '@/lib/stations/waiting'
import { MINUTE_MS } from '@/lib/time/interval'

const OF_IDENTITY = { name: 'station', most: MOST_OF_IDENTITY, windowMs: MINUTE_MS }
const OF_ADDRESS = { name: 'station-address', most: MOST_OF_ADDRESS, windowMs: MINUTE_MS }

/** Who knocks: an identity from an address, with the password that it sent (null: none). */
export type Knock = { stationId: string; address: string; password: Buffer | null }

/** Decides whether a station may connect. A refusal is counted, and its identity listed as waiting. */
export async function admit(db: Database, { stationId, address, password }: Knock, now: number): Promise<Verdict> {
  const attempts = { identity: { limit: OF_IDENTITY, of: stationId }, address: { limit: OF_ADDRESS, of: address } }
  const [[station], failures] = await Promise.all([
    db.select().from(chargingStation).where(eq(chargingStation.id, stationId)),
    failuresOf(db, attempts, now),
  ])
  const verdict = judgeEntry(station ?? null, password, failures)
  if (!verdict.admitted && verdict.counts) {
    await countFailures(db, Object.values(attempts), now)
    const hash = password && passwordHash(password)
    await noteWaiting(db, { id: stationId, reason: verdict.reason, passwordHash: hash }, now)
  }
  return verdict
}
