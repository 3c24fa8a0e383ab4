import { and, eq, isNull } from 'drizzle-orm'
import { recordToken } from '@/lib/auth/record-access'
import { isWithinScope } from '@/lib/auth/scope'
import { forgetToken } from '@/lib/auth/token-principal'
import type { Context } from '@/lib/context'
import { refreshToken } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

/**
 * Revokes a refresh token. Its access tokens end with it: here at once, on every other instance within seconds.
 * @throws Refusal 404 when there is no such token, or it reaches further than the caller
 */
export async function deleteToken(context: Context, { id }: { id: string }): Promise<void> {
  const { db, who, now } = context
  const held = and(eq(refreshToken.id, id), isNull(refreshToken.revokedAt))
  const [row] = await db.select().from(refreshToken).where(held)
  if (!row || !isWithinScope(who, row.locationUids))
    throw new Refusal('notFound', `There is no refresh token with the id "${id}".`)
  await inTransaction(db, async (tx) => {
    const revoked = await tx
      .update(refreshToken)
      .set({ revokedAt: new Date(now) })
      .where(held)
      .returning({ id: refreshToken.id })
    if (revoked.length > 0) await recordToken({ ...context, db: tx }, { before: row, after: null })
  })
  forgetToken(id)
}
