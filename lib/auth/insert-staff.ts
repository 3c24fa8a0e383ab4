import { randomUUID } from 'node:crypto'
import type { StaffRow } from '@/lib/auth/staff-member'
import type { Role } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { account, user } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'

/** How better-auth calls an account that signs in by password. */
export const PASSWORD_PROVIDER = 'credential'

export type NewStaff = {
  name: string
  email: string
  /** From `hashPassword`: made before the transaction, because it takes a while on purpose. */
  passwordHash: string
  role: Role
  locationUids: string[] | null
}

/**
 * Writes a member of staff and their password in the form that better-auth reads.
 * @param transaction both rows are written, or neither
 * @throws Refusal 409 when the e-mail address is taken
 */
export async function insertStaff(transaction: Database, staff: NewStaff, now: number): Promise<StaffRow> {
  const at = { createdAt: new Date(now), updatedAt: new Date(now) }
  const { passwordHash, ...person } = staff
  const [row] = await transaction
    .insert(user)
    .values({ id: randomUUID(), ...person, ...at })
    .onConflictDoNothing({ target: user.email })
    .returning()
  if (!row) throw new Refusal('conflict', `There is already a member of staff with the address ${staff.email}.`)
  await transaction.insert(account).values({
    id: randomUUID(),
    accountId: row.id,
    userId: row.id,
    providerId: PASSWORD_PROVIDER,
    password: passwordHash,
    ...at,
  })
  return row
}
