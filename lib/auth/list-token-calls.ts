import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { hasCalls } from '@/lib/auth/list-tokens'
import { isWithinScope } from '@/lib/auth/scope'
import { CALLS_KEPT_MS, writeTokenCalls } from '@/lib/auth/token-calls'
import type { Context } from '@/lib/context'
import type { TokenCalls } from '@/lib/contract/access'
import { keyInId } from '@/lib/contract/key-in-id'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Database } from '@/lib/db/client'
import { refreshToken, tokenCall } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'

const USUAL = 100
const PREFIX = 'call_'
/** The first status that refuses. */
const REFUSED = 400

export type TokenCallsQuery = { id: string; refused?: boolean; before?: string; limit?: number }

/**
 * What the system of a token called in the last 24 hours, the latest first; with the first page all of it together.
 * @throws Refusal 404 when there is no such token, or it reaches further than the caller
 */
export async function listTokenCalls(context: Context, query: TokenCallsQuery): Promise<TokenCalls> {
  const { db, who, now } = context
  const held = and(eq(refreshToken.id, query.id), hasCalls(now))
  const [token] = await db.select().from(refreshToken).where(held)
  if (!token || !isWithinScope(who, token.locationUids))
    throw new Refusal('notFound', `There is no refresh token with the id "${query.id}".`)
  await writeTokenCalls()
  const ofDay = and(eq(tokenCall.tokenId, token.id), gte(tokenCall.at, new Date(now - CALLS_KEPT_MS)))
  const isFirstPage = query.before === undefined
  const limit = query.limit ?? USUAL
  const rows = await db
    .select()
    .from(tokenCall)
    .where(
      and(
        ofDay,
        query.refused ? gte(tokenCall.status, REFUSED) : undefined,
        query.before === undefined ? undefined : lt(tokenCall.key, keyInId(query.before, PREFIX)),
      ),
    )
    .orderBy(desc(tokenCall.key))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    ...(isFirstPage && { lastDay: await totalOf(db, ofDay) }),
    calls: shown.map(present),
    ...(rows.length > limit && last && { before: `${PREFIX}${last.key}` }),
  }
}

async function totalOf(db: Database, which: SQL | undefined): Promise<TokenCalls['lastDay']> {
  const { calls, status, requestBytes, responseBytes } = tokenCall
  const [total] = await db
    .select({
      calls: sql<number>`coalesce(sum(${calls}), 0)`.mapWith(Number),
      refused: sql<number>`coalesce(sum(${calls}) filter (where ${status} >= ${REFUSED}), 0)`.mapWith(Number),
      requestBytes: sql<number>`coalesce(sum(${requestBytes}), 0)`.mapWith(Number),
      responseBytes: sql<number>`coalesce(sum(${responseBytes}), 0)`.mapWith(Number),
    })
    .from(tokenCall)
    .where(which)
  return total
}

function present({
  key,
  tokenId: _,
  at,
  requestBytes,
  responseBytes,
  ...call
}: typeof tokenCall.$inferSelect): TokenCalls['calls'][0] {
  return {
    id: `${PREFIX}${key}`,
    at: toTimestamp(at.getTime()),
    ...call,
    ...(requestBytes !== null && { requestBytes }),
    ...(responseBytes !== null && { responseBytes }),
  }
}
