import { signAccessToken } from '@/lib/auth/access-token'
import { countAttempt, type Limit } from '@/lib/auth/attempts'
import { findToken } from '@/lib/auth/find-token'
import type { Context } from '@/lib/context'
import { Refusal } from '@/lib/errors'
import { noteCaller } from '@/lib/log'

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
  const holder = input.secret === null ? null : await findToken(db, input.secret, now)
  if (!holder) {
    if (input.secret !== null) await countAttempt(db, [{ limit: WRONG_TOKENS, of: input.address }], now)
    throw new Refusal('unauthorised', 'Send a valid refresh token as Authorization: Bearer ….')
  }
  noteCaller(holder.principal)
  const { token, validUntil } = await signAccessToken(holder.principal.id, holder.expiresAt, now)
  return { token, validUntil: new Date(validUntil).toISOString() }
}
