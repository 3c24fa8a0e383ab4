import { index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

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

/** Failed attempts to get in, counted for every instance together; `key` is a hash of what is being tried and from where. */
export const accessAttempt = pgTable(
  'access_attempt',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    windowEndsAt: instant().notNull(),
  },
  (table) => [index('access_attempt_by_end').on(table.windowEndsAt)],
)
