import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '@/lib/db/schema/instant'
import { location } from '@/lib/db/schema/location'

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
