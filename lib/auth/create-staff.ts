import { hashPassword } from 'better-auth/crypto'
import { insertStaff } from '@/lib/auth/insert-staff'
import { recordStaff } from '@/lib/auth/record-access'
import { checkScope } from '@/lib/auth/scope'
import { presentStaff } from '@/lib/auth/staff-member'
import type { Context } from '@/lib/context'
import type { Staff, StaffInput } from '@/lib/contract/access'
import { inTransaction } from '@/lib/db/transaction'

/**
 * Adds a member of staff, who signs in with this e-mail address and password.
 * @throws Refusal 409 when the address is taken; 422 for an unknown location or a scope beyond the caller's
 */
export async function createStaff(context: Context, input: StaffInput): Promise<Staff> {
  const { db, who, now } = context
  const locationUids = await checkScope(db, who, input.locationUids ?? null)
  const passwordHash = await hashPassword(input.password)
  const { name, email, role } = input
  const row = await inTransaction(db, async (transaction) => {
    const added = await insertStaff(transaction, { name, email, role, locationUids, passwordHash }, now)
    await recordStaff({ ...context, db: transaction }, { before: null, after: added })
    return added
  })
  return presentStaff(row)
}
