import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { log } from '@/lib/log'

/** Told after a location's plans were stored. Payload: its uid. Who follows plans looks at the rows. */
export const PLANNED_CHANNEL = 'location_planned'

/** Says that plans were stored, after the commit; one that is lost is found by looking at the rows. */
export async function notifyPlanned(db: Database, locationUid: string): Promise<void> {
  await db
    .execute(sql`select pg_notify(${PLANNED_CHANNEL}, ${locationUid})`)
    .catch((error: unknown) => log.warn({ err: error, locationUid }, 'nobody was told that a plan is stored'))
}
