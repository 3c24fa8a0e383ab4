import { sql } from 'drizzle-orm'
import { decideAlarms } from '@/lib/alarms/decide-alarms'
import { readCauses } from '@/lib/alarms/read-causes'
import { listOpenAlarms, writeAlarms } from '@/lib/alarms/stored-alarms'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { log } from '@/lib/log'
import { findLocation } from '@/lib/planning/get-load'

/** How often a location is looked at, by whichever process. */
const EVERY_MS = 10_000

/**
 * Looks at every location whose turn it is, one after the other, and writes what has become of its alarms. Any number of
 * processes may: each turn is taken by one of them, and what was read in a turn that another has followed is dropped.
 */
export async function watchAlarms(db: Database, now: () => number, signal?: AbortSignal): Promise<void> {
  const tried = new Set<string>()
  while (!signal?.aborted) {
    const at = now()
    const locationUid = await takeTurn(db, at, tried)
    if (locationUid === null) return
    tried.add(locationUid)
    try {
      await watchLocation(db, locationUid, at)
    } catch (error) {
      log.warn({ err: error, locationUid }, 'the alarms of a location are looked at again')
    }
  }
}

/** The location that has waited for longest; null: none is due. */
async function takeTurn(db: Database, now: number, tried: ReadonlySet<string>): Promise<string | null> {
  const due = new Date(now - EVERY_MS).toISOString()
  const rows = await db.execute<{ location_uid: string }>(sql`
    insert into alarm_watch (location_uid, watched_at)
    select l.uid, ${new Date(now).toISOString()}::timestamptz
    from location l left join alarm_watch w on w.location_uid = l.uid
    where (w.watched_at is null or w.watched_at <= ${due}::timestamptz)
      and not (l.uid = any(${sql.param([...tried])}::text[]))
    order by w.watched_at nulls first, l.uid limit 1
    on conflict (location_uid) do update set watched_at = excluded.watched_at
      where alarm_watch.watched_at <= ${due}::timestamptz
    returning location_uid`)
  return rows[0]?.location_uid ?? null
}

async function watchLocation(db: Database, locationUid: string, now: number): Promise<void> {
  const row = await findLocation(db, locationUid)
  if (!row) return
  const causes = await readCauses(db, row, now)
  await inTransaction(db, async (tx) => {
    if (!(await holdTurn(tx, locationUid, now))) return
    await writeAlarms(tx, locationUid, decideAlarms(await listOpenAlarms(tx, locationUid), causes, now), now)
  })
}

/** Makes sure that the turn is still ours, and that nobody takes the next one before the commit of `tx`. */
async function holdTurn(tx: Database, locationUid: string, now: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from alarm_watch where location_uid = ${locationUid}
      and watched_at = ${new Date(now).toISOString()}::timestamptz for update`)
  return rows.length > 0
}
