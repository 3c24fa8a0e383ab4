import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { type Attempt, countAttempt, forgiveAttempt, type Limit } from '@/lib/auth/attempts'
import { findPasswordReset, forgetPasswordResets } from '@/lib/auth/password-resets'
import { asPrincipal, recordStaff } from '@/lib/auth/record-access'
import { replacePassword } from '@/lib/auth/replace-password'
import type { Context } from '@/lib/context'
import type { ResetPasswordInput } from '@/lib/contract/access'
import { user } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

const WRONG_TOKENS: Limit = { name: 'reset', most: 20, windowMs: 60_000 }

/**
 * Sets a new password by a one-time token, which works once, and ends the member's sessions.
 * @param input.address where the call comes from, for counting wrong tokens
 * @throws Refusal 401 for a token that is unknown, used or over; 429 after too many of those
 */
export async function resetPassword(
  { db, now }: Pick<Context, 'db' | 'now'>,
  input: ResetPasswordInput & { address: string },
): Promise<void> {
  const attempts: Attempt[] = [{ limit: WRONG_TOKENS, of: input.address }]
  await countAttempt(db, attempts, now)
  if ((await findPasswordReset(db, input.token, now)) === null) throw invalid()
  await forgiveAttempt(db, attempts)
  const passwordHash = await hashPassword(input.password)
  await inTransaction(db, async (transaction) => {
    const userId = await findPasswordReset(transaction, input.token, now)
    if (userId === null) throw invalid()
    await forgetPasswordResets(transaction, userId)
    await replacePassword(transaction, userId, passwordHash, now)
    const [person] = await transaction.select().from(user).where(eq(user.id, userId))
    if (!person) return
    const context = { db: transaction, who: asPrincipal(person), now }
    await recordStaff(context, { before: person, after: person, password: true })
  })
}

function invalid(): Refusal {
  return new Refusal(
    'unauthorised',
    'This link has been used or is over. Ask for a new one; npm run reset-password -- EMAIL prints it.',
  )
}
