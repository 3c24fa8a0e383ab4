import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { DAY_MS } from '@/lib/time/interval'

const MOST_AT_ONCE = 5_000

/**
 * Removes alarms that ended over `days` ago, in small steps.
 * @yields how many rows a step has removed
 */
export async function* removeOldAlarms(db: Database, days: number, now: number): AsyncGenerator<number> {
  const before = new Date(now - days * DAY_MS).toISOString()
  for (;;) {
    const { count } = await db.execute(sql`
      delete from alarm where key in (
        select key from alarm where cleared_at < ${before}::timestamptz limit ${MOST_AT_ONCE} for update skip locked)`)
    if (count > 0) yield count
    if (count < MOST_AT_ONCE) return
  }
}
