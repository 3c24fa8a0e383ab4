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

/**
 * Notes that an identity was refused. The list keeps the last 100 of a week, so that guesses cannot fill the database.
 * @param refused `passwordHash` of what it tried; null: it tried none
 */
export async function noteWaiting(
  db: Database,
  refused: { id: string; reason: string; passwordHash: string | null },
  now: number,
): Promise<void> {
  const at = new Date(now)
  await db
    .insert(stationWaiting)
    .values({ ...refused, firstSeen: at, lastSeen: at, attempts: 1 })
    .onConflictDoUpdate({
      target: stationWaiting.id,
      set: {
        lastSeen: at,
        reason: refused.reason,
        attempts: sql`least(${stationWaiting.attempts} + 1, 1000000)`,
        passwordHash: sql`coalesce(excluded.password_hash, ${stationWaiting.passwordHash})`,
      },
    })
  await db.execute(sql`
    delete from station_waiting where last_seen < ${at.toISOString()}::timestamptz - ${FORGOTTEN_AFTER}
      or id in (select id from station_waiting order by last_seen desc, id offset ${MOST})`)
}
