import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

/** A refresh token: an integration's long-lived secret, of which only the SHA-256 is here. */
export const refreshToken = pgTable('refresh_token', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text().notNull(),
  locationUids: text().array(),
  hash: text().notNull().unique(),
  createdAt: instant().notNull().defaultNow(),
  createdBy: text(),
  expiresAt: instant(),
  revokedAt: instant(),
  lastUsedAt: instant(),
})

/** Small facts of the installation that every instance shares: the setup token, for one. */
export const appState = pgTable('app_state', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  updatedAt: instant().notNull().defaultNow(),
})
