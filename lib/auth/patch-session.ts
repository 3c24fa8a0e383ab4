import { eq } from 'drizzle-orm'
import { recordStaff } from '@/lib/auth/record-access'
import { getStaffRow, presentSession } from '@/lib/auth/staff-member'
import type { Context } from '@/lib/context'
import type { Session, SessionPatch } from '@/lib/contract/access'
import { user } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

/**
 * Changes what a member of staff decides for themself: the language of their pages.
 * @throws Refusal 409 for a token
 */
export async function patchSession(context: Context, { language }: SessionPatch): Promise<Session> {
  const { db, who, now } = context
  if (who.kind !== 'staff')
    throw new Refusal(
      'conflict',
      'A token reads no pages and has no language. Sign in as a member of staff to choose one.',
    )
  return inTransaction(db, async (transaction) => {
    const before = await getStaffRow(transaction, who, who.id)
    if (language === undefined) return presentSession(before)
    const [after = before] = await transaction
      .update(user)
      .set({ language, updatedAt: new Date(now) })
      .where(eq(user.id, who.id))
      .returning()
    await recordStaff({ ...context, db: transaction }, { before, after })
    return presentSession(after)
  })
}
