import { date, doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { location } from '@/lib/db/schema/location'

/** The highest quarter-hour mean of a site on a local day, kept once the day no longer changes. */
export const sitePeak = pgTable(
  'site_peak',
  {
    locationUid: text()
      .notNull()
      .references(() => location.uid, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    peakKw: doublePrecision().notNull(),
  },
  (table) => [primaryKey({ columns: [table.locationUid, table.day] })],
)

/** The peak of a site's current billing period, so that it is worked out once in a quarter-hour. */
export const sitePeakSoFar = pgTable('site_peak_so_far', {
  locationUid: text()
    .primaryKey()
    .references(() => location.uid, { onDelete: 'cascade' }),
  /** Until when, and of which settings: with others it does not hold. */
  basis: text().notNull(),
  peakKw: doublePrecision().notNull(),
})
