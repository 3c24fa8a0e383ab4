import { eq } from 'drizzle-orm'
import { isAdministrator, keepAnAdministrator, lockAdministrators } from '@/lib/auth/administrators'
import { recordStaff } from '@/lib/auth/record-access'
import { getStaffRow } from '@/lib/auth/staff-member'
import type { Context } from '@/lib/context'
import { user } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'

/**
 * Removes a member of staff; their sessions end with them.
 * @throws Refusal 404; 409 for the last administrator
 */
export async function deleteStaff(context: Context, { id }: { id: string }): Promise<void> {
  const { db, who } = context
  await inTransaction(db, async (transaction) => {
    await lockAdministrators(transaction)
    const row = await getStaffRow(transaction, who, id)
    await transaction.delete(user).where(eq(user.id, id))
    await recordStaff({ ...context, db: transaction }, { before: row, after: null })
    if (isAdministrator(row)) await keepAnAdministrator(transaction)
  })
}
