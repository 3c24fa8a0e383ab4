import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** A depot that waits longer for a plan than this is told of: on its board, in the metrics, by the readiness check. */
const OVERDUE_AFTER_MS = 60_000

/** So many are named at most. */
const MOST_NAMED = 100

/** A depot that has waited for a plan for over a minute, and since when (epoch ms). */
export type OverduePlan = { locationUid: string; since: number }

/**
 * The depots that have waited for a plan for over a minute, longest first. A plan that fails again and again counts as
 * none.
 * @param among these locations only; null: all
 */
export async function listOverduePlans(
  db: Database,
  among: readonly string[] | null,
  now: number,
): Promise<OverduePlan[]> {
  const rows = await db.execute<{ location_uid: string; since: number }>(sql`
    select location_uid, extract(epoch from waiting_since)::float8 * 1000 as since from plan_request
    where waiting_since < ${new Date(now - OVERDUE_AFTER_MS).toISOString()}
      and ${among === null ? sql`true` : sql`location_uid = any(${sql.param([...among])}::text[])`}
    order by waiting_since limit ${MOST_NAMED}`)
  return rows.map(({ location_uid, since }) => ({ locationUid: location_uid, since }))
}
