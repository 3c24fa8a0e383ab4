import { sql } from 'drizzle-orm'
import { CALLS_KEPT_MS } from '@/lib/auth/token-calls'
import type { Database } from '@/lib/db/client'
import { DAY_MS } from '@/lib/time/interval'

const MOST_AT_ONCE = 5_000

/** Each kind of access that ends, with the instant at which it did. */
const ENDED: readonly { table: string; key: string; end: string; days?: number }[] = [
  { table: 'session', key: 'id', end: 'expires_at' },
  { table: 'verification', key: 'id', end: 'expires_at' },
  { table: 'access_attempt', key: 'key', end: 'window_ends_at' },
  { table: 'refresh_token', key: 'id', end: 'coalesce(revoked_at, expires_at)' },
  { table: 'token_call', key: 'key', end: 'at', days: CALLS_KEPT_MS / DAY_MS },
]

/**
 * Removes staff's sessions, links for a new password, counts of failed attempts and refresh tokens that have ended
 * over `days` ago, in small steps: none of them has let anybody in since. What tokens called goes after a day.
 * @yields how many rows a step has removed
 */
export async function* removeEndedAccess(db: Database, days: number, now: number): AsyncGenerator<number> {
  for (const { table, key, end, days: ownDays = days } of ENDED) {
    const before = new Date(now - ownDays * DAY_MS).toISOString()
    for (;;) {
      const { count } = await db.execute(sql`
        delete from ${sql.identifier(table)} where ${sql.raw(key)} in (
          select ${sql.raw(key)} from ${sql.identifier(table)} where ${sql.raw(end)} < ${before}::timestamptz
          limit ${MOST_AT_ONCE} for update skip locked)`)
      if (count > 0) yield count
      if (count < MOST_AT_ONCE) break
    }
  }
}
