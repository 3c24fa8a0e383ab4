import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** The `app_state` in which the removal of old readings says how far it has come (epoch ms). */
export const VALUES_REMOVED_BEFORE = 'charging.values-removed-before'

/** Since when the raw meter values are complete (epoch ms): what lies before it cannot be derived anew. */
export async function rawSince(db: Database): Promise<number> {
  const rows = await db.execute<{ since: number }>(
    sql`select (value #>> '{}')::float8 as since from app_state where key = ${VALUES_REMOVED_BEFORE}`,
  )
  return rows[0]?.since ?? Number.NEGATIVE_INFINITY
}
