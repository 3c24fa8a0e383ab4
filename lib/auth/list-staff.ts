import { isWithinScope } from '@/lib/auth/scope'
import { presentStaff } from '@/lib/auth/staff-member'
import type { Context } from '@/lib/context'
import type { Staff } from '@/lib/contract/access'
import { user } from '@/lib/db/schema'

/** The staff by name; a narrowed caller sees those within their own scope. */
export async function listStaff({ db, who }: Context): Promise<{ staff: Staff[] }> {
  const rows = await db.select().from(user).orderBy(user.name, user.id)
  return { staff: rows.filter((row) => isWithinScope(who, row.locationUids)).map(presentStaff) }
}
