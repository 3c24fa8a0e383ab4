import { sql } from 'drizzle-orm'
import { type Attempt, countFailures, failuresOf } from '@/lib/auth/attempts'
import type { Database } from '@/lib/db/client'
import { chargingStation } from '@/lib/db/schema'
import { log } from '@/lib/log'
import {
  type Failures,
  judgeEntry,
  type KnownStation,
  MOST_OF_ADDRESS,
  MOST_OF_IDENTITY,
  type Verdict,
} from '@/lib/ocpp/door/judge'
import { passwordHash } from '@/lib/stations/password'
import { noteWaiting } from '@/lib/stations/waiting'
import { MINUTE_MS } from '@/lib/time/interval'

const OF_IDENTITY = { name: 'station', most: MOST_OF_IDENTITY, windowMs: MINUTE_MS }
const OF_ADDRESS = { name: 'station-address', most: MOST_OF_ADDRESS, windowMs: MINUTE_MS }

/** Who knocks: an identity from an address, with the password that it sent (null: none). */
export type Knock = { stationId: string; address: string; password: Buffer | null }

/** `locationUid`: the depot of the station; null: it is not registered. */
export type Answered = Verdict & { locationUid: string | null }

type Refused = Knock & { reason: string }

/**
 * Decides of stations whether they may connect, one after the other. A refusal is counted, also for those that come after
 * it, and its identity listed as waiting. The number of statements does not grow with the stations.
 * @returns a verdict for each, in order
 */
export async function admit(db: Database, knocks: readonly Knock[], now: number): Promise<Answered[]> {
  const [stations, failures] = await Promise.all([listKnown(db, knocks), listFailures(db, knocks, now)])
  const refused: Refused[] = []
  const verdicts = knocks.map((knock) => {
    const [identity, address] = attemptsOf(knock).map((attempt) => failures.get(nameOf(attempt)) ?? NONE)
    const station = stations.get(knock.stationId) ?? null
    const failed = { identity: identity ?? NONE, address: address ?? NONE }
    const verdict = { ...judgeEntry(station, knock.password, failed), locationUid: station?.locationUid ?? null }
    if (verdict.admitted || !verdict.counts) return verdict
    refused.push({ ...knock, reason: verdict.reason })
    for (const attempt of attemptsOf(knock)) addFailure(failures, attempt)
    return verdict
  })
  await noteRefused(db, refused, now)
  return verdicts
}

const NONE: Failures = { count: 0, waitMs: 0 }

function attemptsOf({ stationId, address }: Knock): Attempt[] {
  return [
    { limit: OF_IDENTITY, of: stationId },
    { limit: OF_ADDRESS, of: address },
  ]
}

const nameOf = ({ limit, of }: Attempt) => `${limit.name} ${of}`

function addFailure(failures: Map<string, Failures>, attempt: Attempt): void {
  const { count, waitMs } = failures.get(nameOf(attempt)) ?? NONE
  failures.set(nameOf(attempt), { count: count + 1, waitMs: waitMs || attempt.limit.windowMs })
}

async function listKnown(
  db: Database,
  knocks: readonly Knock[],
): Promise<Map<string, KnownStation & { locationUid: string }>> {
  const ids = [...new Set(knocks.map(({ stationId }) => stationId))]
  const { id, locationUid, passwordHash: hash, allowWithoutPassword } = chargingStation
  const rows = await db
    .select({ id, locationUid, passwordHash: hash, allowWithoutPassword })
    .from(chargingStation)
    .where(sql`${id} = any(${sql.param(ids)}::text[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

async function listFailures(db: Database, knocks: readonly Knock[], now: number): Promise<Map<string, Failures>> {
  const attempts = knocks.flatMap(attemptsOf)
  const failures = await failuresOf(db, attempts, now)
  return new Map(attempts.map((attempt, index) => [nameOf(attempt), failures[index] ?? NONE]))
}

/** A list that cannot be written fails none of them: they would be judged again, and their failures counted twice. */
async function noteRefused(db: Database, refused: readonly Refused[], now: number): Promise<void> {
  if (refused.length === 0) return
  await countFailures(db, refused.flatMap(attemptsOf), now)
  const waiting = refused.map(({ stationId: id, reason, password }) => ({
    ...{ id, reason, passwordHash: password && passwordHash(password) },
  }))
  await noteWaiting(db, waiting, now).catch((err) => log.warn({ err }, 'who waits at the door could not be listed'))
}
