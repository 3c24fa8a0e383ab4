import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { location } from '@/lib/db/schema/location'

const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

/** A depot whose chargers and vehicles are simulated, and which process plays it until when. */
export const simulation = pgTable('simulation', {
  locationUid: text()
    .primaryKey()
    .references(() => location.uid, { onDelete: 'cascade' }),
  isRunning: boolean().notNull(),
  startedAt: instant().notNull(),
  playedBy: text(),
  playedUntil: instant(),
})
