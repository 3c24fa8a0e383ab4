import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { chargingEvent } from '@/lib/db/schema/charging'
import { DAY_MS } from '@/lib/time/interval'

/** A location without events for so long is planned by its timetable. */
export const EVENTS_FRESH_MS = DAY_MS

/**
 * When a location's chargers said something last (epoch ms). null: not within a day, so that nobody says which vehicles
 * are there, and the timetable holds.
 */
export async function lastEventAt(tx: Database, locationUid: string, now: number): Promise<number | null> {
  const [found] = await tx
    .select({ timestamp: chargingEvent.timestamp })
    .from(chargingEvent)
    .where(
      and(
        eq(chargingEvent.locationUid, locationUid),
        sql`${chargingEvent.timestamp} > ${new Date(now - EVENTS_FRESH_MS).toISOString()}`,
      ),
    )
    .orderBy(desc(chargingEvent.timestamp))
    .limit(1)
  return found?.timestamp.getTime() ?? null
}
