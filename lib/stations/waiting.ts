import { desc, sql } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { WaitingStations } from '@/lib/contract/station'
import type { Database } from '@/lib/db/client'
import { stationWaiting } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'

const MOST = 100
const FORGOTTEN_AFTER = sql.raw(`interval '7 days'`)

/**
 * The identities that tried to connect and were refused, the last to try first. They belong to no depot yet.
 * @throws Refusal 401 for a caller who is narrowed to depots
 */
export async function listWaitingStations({ db, who, now }: Context): Promise<WaitingStations> {
  if (who.locationUids !== null)
    throw new Refusal(
      'unauthorised',
      'Stations that wait belong to no depot yet: this needs an administrator of all depots.',
    )
  const rows = await db
    .select()
    .from(stationWaiting)
    .where(sql`${stationWaiting.lastSeen} > ${new Date(now).toISOString()}::timestamptz - ${FORGOTTEN_AFTER}`)
    .orderBy(desc(stationWaiting.lastSeen), stationWaiting.id)
    .limit(MOST)
  return {
    stations: rows.map(({ id, firstSeen, lastSeen, attempts, reason }) => ({
      ...{ id, firstSeen: firstSeen.toISOString(), lastSeen: lastSeen.toISOString(), attempts, reason },
    })),
  }
}

/** `passwordHash` of what it tried; null: it tried none. */
export type Refused = { id: string; reason: string; passwordHash: string | null }

/**
 * Notes that identities were refused, in the order in which that happened. The list keeps the last 100 of a week, so that
 * guesses cannot fill the database.
 */
export async function noteWaiting(db: Database, refused: readonly Refused[], now: number): Promise<void> {
  if (refused.length === 0) return
  const at = new Date(now)
  const byId = new Map<string, Refused & { attempts: number }>()
  for (const one of refused) {
    const before = byId.get(one.id)
    const passwordHash = one.passwordHash ?? before?.passwordHash ?? null
    byId.set(one.id, { ...one, passwordHash, attempts: (before?.attempts ?? 0) + 1 })
  }
  const rows = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  await db
    .insert(stationWaiting)
    .values(rows.map((row) => ({ ...row, firstSeen: at, lastSeen: at })))
    .onConflictDoUpdate({
      target: stationWaiting.id,
      set: {
        lastSeen: at,
        reason: sql`excluded.reason`,
        attempts: sql`least(${stationWaiting.attempts} + excluded.attempts, 1000000)`,
        passwordHash: sql`coalesce(excluded.password_hash, ${stationWaiting.passwordHash})`,
      },
    })
  await db.execute(sql`
    delete from station_waiting where last_seen < ${at.toISOString()}::timestamptz - ${FORGOTTEN_AFTER}
      or id in (select id from station_waiting order by last_seen desc, id offset ${MOST})`)
}
