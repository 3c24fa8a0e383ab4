import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { AlarmDetails } from '@/lib/contract/alarm'
import { instant } from '@/lib/db/schema/instant'
import { location } from '@/lib/db/schema/location'

/** What an alarm is about, as the API shows it; kept as it was, for the history. */
export type AlarmAbout = {
  vehicleId?: string
  vehicleName?: string
  scheduleId?: string
  stationId?: string
  evseId?: string
  place?: string
  details?: AlarmDetails
}

/**
 * Each time that something was wrong, from when it was first noticed. One row of a kind and a subject is open; one that
 * is over is never changed again, except that somebody acknowledges it.
 */
export const alarm = pgTable(
  'alarm',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    locationUid: text()
      .notNull()
      .references(() => location.uid, { onDelete: 'cascade' }),
    kind: text().notNull(),
    subject: text().notNull(),
    about: jsonb().$type<AlarmAbout>().notNull(),
    cause: text().notNull(),
    advice: text().notNull(),
    /** Since when the cause is there, as far as a fact says it. */
    since: instant().notNull(),
    noticedAt: instant().notNull(),
    /** null: the cause has not lasted for long enough yet, and nobody is told of it. */
    raisedAt: instant(),
    /** Since when the cause is gone; null: it is there. */
    missingSince: instant(),
    clearedAt: instant(),
    acknowledgedAt: instant(),
    acknowledgedBy: text(),
  },
  (table) => [
    uniqueIndex('alarm_open').on(table.locationUid, table.kind, table.subject).where(sql`cleared_at is null`),
    index('alarm_by_location').on(table.locationUid, table.raisedAt),
    index('alarm_by_end').on(table.clearedAt),
    index('alarm_by_acknowledgement')
      .on(table.locationUid, table.acknowledgedAt)
      .where(sql`acknowledged_at is not null`),
  ],
)

/** When a location was last looked at for alarms: whoever takes the next turn writes it, in whichever process. */
export const alarmWatch = pgTable('alarm_watch', {
  locationUid: text()
    .primaryKey()
    .references(() => location.uid, { onDelete: 'cascade' }),
  watchedAt: instant().notNull(),
})
