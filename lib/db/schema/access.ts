import { bigint, index, integer, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { instant } from '@/lib/db/schema/instant'

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

/**
 * What a token's system called in the last day. A row is one call, or where many came at once several alike
 * (`lib/auth/token-calls.ts` writes it and bounds it). Without a reference: calls are written after they were answered.
 */
export const tokenCall = pgTable(
  'token_call',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tokenId: text().notNull(),
    at: instant().notNull(),
    method: text().notNull(),
    path: text().notNull(),
    status: smallint().notNull(),
    /** How many calls the row is of: their bytes are summed, the longest of their times counts. */
    calls: integer().notNull(),
    /** As the client said; null: it is not known. */
    requestBytes: bigint({ mode: 'number' }),
    /** Null: of a stream, which has no end to count at. */
    responseBytes: bigint({ mode: 'number' }),
    durationMs: integer().notNull(),
  },
  (table) => [
    index('token_call_by_token').on(table.tokenId, table.key),
    index('token_call_of_day').on(table.tokenId, table.at),
    index('token_call_by_time').on(table.at),
  ],
)

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
