import { and, eq, isNull } from 'drizzle-orm'
import { signAccessToken } from '@/lib/auth/access-token'
import { countAttempt, type Limit } from '@/lib/auth/attempts'
import { bootstrapBySecret } from '@/lib/auth/bootstrap-token'
import { hashSecret } from '@/lib/auth/secret'
import { hasExpired, noteUse } from '@/lib/auth/token-principal'
import type { Context } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { refreshToken } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'

/** A secret of 256 bits cannot be guessed: this is against noise, so who has a valid one is never kept out. */
const WRONG_TOKENS: Limit = { name: 'refresh', most: 60, windowMs: 60_000 }

/**
 * Exchanges a refresh token for an access token.
 * @param input.secret what was presented; null when nothing was
 * @param input.address where the call comes from: its failures are counted together
 * @returns the access token and until when it is valid (ISO), at most 8 hours and never beyond the refresh token's end
 * @throws Refusal 401; 429 after 60 failures a minute from one address
 */
export async function refreshAccessToken(
  { db, now }: Pick<Context, 'db' | 'now'>,
  input: { secret: string | null; address: string },
): Promise<{ token: string; validUntil: string }> {
  const holder = input.secret === null ? null : await holderOf(db, input.secret, now)
  if (!holder) {
    if (input.secret !== null) await countAttempt(db, [{ limit: WRONG_TOKENS, of: input.address }], now)
    throw new Refusal('unauthorised', 'Send a valid refresh token as Authorization: Bearer ….')
  }
  const { token, validUntil } = await signAccessToken(holder.id, holder.expiresAt, now)
  return { token, validUntil: new Date(validUntil).toISOString() }
}

async function holderOf(db: Database, secret: string, now: number) {
  const bootstrap = bootstrapBySecret(secret)
  if (bootstrap) return { id: bootstrap.id, expiresAt: null }
  const [row] = await db
    .select()
    .from(refreshToken)
    .where(and(eq(refreshToken.hash, hashSecret(secret)), isNull(refreshToken.revokedAt)))
  const expiresAt = row?.expiresAt?.getTime() ?? null
  if (!row || hasExpired(expiresAt, now)) return null
  await noteUse(db, row, now)
  return { id: row.id, expiresAt }
}
