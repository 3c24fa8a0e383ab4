import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { isAdministrator, keepAnAdministrator, lockAdministrators } from '@/lib/auth/administrators'
import { recordStaff } from '@/lib/auth/record-access'
import { replacePassword } from '@/lib/auth/replace-password'
import { checkScope } from '@/lib/auth/scope'
import { getStaffRow, presentStaff } from '@/lib/auth/staff-member'
import type { Context } from '@/lib/context'
import type { Staff, StaffPatch } from '@/lib/contract/access'
import { user } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'

/**
 * Changes a member of staff: at once, also for who is signed in. A new password ends their sessions.
 * @throws Refusal 404; 409 when nobody would be left as administrator; 422 for an unknown location or a scope beyond the caller's
 */
export async function patchStaff(context: Context, { id, patch }: { id: string; patch: StaffPatch }): Promise<Staff> {
  const { db, who, now } = context
  await getStaffRow(db, who, id)
  const passwordHash = patch.password === undefined ? null : await hashPassword(patch.password)
  return inTransaction(db, async (transaction) => {
    await lockAdministrators(transaction)
    const before = await getStaffRow(transaction, who, id)
    const locationUids =
      patch.locationUids === undefined ? before.locationUids : await checkScope(transaction, who, patch.locationUids)
    const [row] = await transaction
      .update(user)
      .set({
        name: patch.name ?? before.name,
        role: patch.role ?? before.role,
        locationUids,
        updatedAt: new Date(now),
      })
      .where(eq(user.id, id))
      .returning()
    if (isAdministrator(before)) await keepAnAdministrator(transaction)
    if (passwordHash !== null) await replacePassword(transaction, id, passwordHash, now)
    const after = row ?? before
    await recordStaff({ ...context, db: transaction }, { before, after, password: passwordHash !== null })
    return presentStaff(after)
  })
}
