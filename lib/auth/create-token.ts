import { randomUUID } from 'node:crypto'
import { recordToken } from '@/lib/auth/record-access'
import { checkScope } from '@/lib/auth/scope'
import { hashSecret, newSecret } from '@/lib/auth/secret'
import type { Context } from '@/lib/context'
import type { RefreshTokenInput } from '@/lib/contract/access'
import { refreshToken } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { impossible } from '@/lib/errors'

/** Marks a Readyline refresh token wherever one turns up. */
const PREFIX = 'rl_'

/**
 * Makes a refresh token. Its secret is in this answer only; the database keeps a hash.
 * @throws Refusal 422 for an unknown location, a scope beyond the caller's, or an end in the past
 */
export async function createToken(
  context: Context,
  input: RefreshTokenInput,
): Promise<{ id: string; refreshToken: string }> {
  const { db, who, now } = context
  if (input.expiresAt != null && input.expiresAt <= now)
    throw impossible([{ path: 'expiresAt', message: 'must be in the future, or be left out' }])
  const locationUids = await checkScope(db, who, input.locationUids ?? null)
  const secret = newSecret(PREFIX)
  const id = randomUUID()
  const { name, role } = input
  const expiresAt = input.expiresAt == null ? null : new Date(input.expiresAt)
  await inTransaction(db, async (tx) => {
    const made = { hash: hashSecret(secret), createdAt: new Date(now), createdBy: who.id }
    await tx.insert(refreshToken).values({ id, name, role, locationUids, expiresAt, ...made })
    await recordToken({ ...context, db: tx }, { before: null, after: { id, name, role, locationUids, expiresAt } })
  })
  return { id, refreshToken: secret }
}
