import { randomUUID } from 'node:crypto'
import { and, eq, gt, like } from 'drizzle-orm'
import { recordChanges } from '@/lib/audit/record-changes'
import { hashSecret, newSecret } from '@/lib/auth/secret'
import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { user, verification } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

const PREFIX = 'reset-password:'
const HOLDS_MS = 3_600_000

/**
 * Makes a one-time token that sets a new password for this member of staff. The database keeps a hash; an earlier token
 * of theirs ends.
 * @returns the token, for `/reset-password?token=…`, and until when it is valid (epoch ms): an hour from now
 * @throws Refusal 404 when nobody has this e-mail address
 */
export async function createPasswordReset(
  db: Database,
  email: string,
  now = Date.now(),
): Promise<{ token: string; validUntil: number }> {
  const [row] = await db.select().from(user).where(eq(user.email, email.trim().toLowerCase()))
  if (!row) throw new Refusal('notFound', `No member of staff has the e-mail address ${email}.`)
  const token = newSecret('')
  const validUntil = now + HOLDS_MS
  await inTransaction(db, async (transaction) => {
    await forgetPasswordResets(transaction, row.id)
    await transaction.insert(verification).values({
      id: randomUUID(),
      identifier: PREFIX + hashSecret(token),
      value: row.id,
      expiresAt: new Date(validUntil),
      createdAt: new Date(now),
      updatedAt: new Date(now),
    })
    await recordChanges({ db: transaction, who: SYSTEM, now }, [
      {
        kind: 'staff',
        objectId: row.id,
        before: {},
        after: { passwordResetUntil: new Date(validUntil).toISOString() },
      },
    ])
  })
  return { token, validUntil }
}

/**
 * Finds whose password this token may set.
 * @returns the id of the member of staff, or null when the token is unknown, used or over
 */
export async function findPasswordReset(db: Database, token: string, now: number): Promise<string | null> {
  const [row] = await db
    .select({ userId: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, PREFIX + hashSecret(token)), gt(verification.expiresAt, new Date(now))))
    .for('update')
  return row?.userId ?? null
}

/** Ends every token that could set this member's password. */
export async function forgetPasswordResets(transaction: Database, userId: string): Promise<void> {
  await transaction
    .delete(verification)
    .where(and(eq(verification.value, userId), like(verification.identifier, `${PREFIX}%`)))
}
