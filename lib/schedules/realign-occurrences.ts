import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/**
 * Forgets the rows of a location's occurrences to come, because its time zone changed and with it their times: they are
 * written again when they are planned. What was changed for itself, has begun or has charged stays.
 */
export async function realignOccurrences(tx: Database, locationUid: string, now: number): Promise<void> {
  await tx.execute(sql`
    delete from stay s where s.location_uid = ${locationUid} and s.rule_key is not null
      and s.arrival > ${new Date(now).toISOString()}::timestamptz and s.connected_at is null
      and not exists (select from rule_exception e where e.rule_key = s.rule_key and e.original_date = s.original_date)`)
}
