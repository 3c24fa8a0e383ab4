import { eq } from 'drizzle-orm'
import { knownLanguage } from '@/lib/auth/reader-language'
import { isWithinScope } from '@/lib/auth/scope'
import type { Principal, Role } from '@/lib/context'
import type { Session, Staff } from '@/lib/contract/access'
import type { Database } from '@/lib/db/client'
import { user } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'

export type StaffRow = typeof user.$inferSelect

/**
 * Gets a member of staff.
 * @throws Refusal 404 when there is none with this id, or they reach further than the caller
 */
export async function getStaffRow(db: Database, who: Principal, id: string): Promise<StaffRow> {
  const [row] = await db.select().from(user).where(eq(user.id, id))
  if (!row || !isWithinScope(who, row.locationUids))
    throw new Refusal('notFound', `There is no member of staff with the id "${id}".`)
  return row
}

/** A member of staff as the contract has them. */
export function presentStaff(row: StaffRow): Staff {
  const { language: _, ...person } = presentSession(row)
  return { ...person, email: row.email, createdAt: row.createdAt.toISOString() }
}

/** Who is signed in, as the contract has it; from a row, or from what better-auth read of it. */
export function presentSession(row: {
  id: string
  name: string
  email: string
  role: string
  locationUids?: string[] | null
  language?: string | null
}): Session {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    locationUids: row.locationUids ?? undefined,
    language: knownLanguage(row.language),
  }
}
