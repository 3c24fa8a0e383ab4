import { and, eq } from 'drizzle-orm'
import { PASSWORD_PROVIDER } from '@/lib/auth/insert-staff'
import type { Database } from '@/lib/db/client'
import { account, session } from '@/lib/db/schema'

/** Gives a member of staff another password and ends every session that they have. */
export async function replacePassword(
  transaction: Database,
  userId: string,
  passwordHash: string,
  now: number,
): Promise<void> {
  await transaction
    .update(account)
    .set({ password: passwordHash, updatedAt: new Date(now) })
    .where(and(eq(account.userId, userId), eq(account.providerId, PASSWORD_PROVIDER)))
  await transaction.delete(session).where(eq(session.userId, userId))
}
