import { recordChanges } from '@/lib/audit/record-changes'
import type { StaffRow } from '@/lib/auth/staff-member'
import type { Context, Principal } from '@/lib/context'
import type { Session } from '@/lib/contract/access'
import type { refreshToken } from '@/lib/db/schema'

type Held = Pick<typeof refreshToken.$inferSelect, 'id' | 'name' | 'role' | 'locationUids' | 'expiresAt'>

/** Records a refresh token that was made or revoked, in the transaction of it; its secret is nowhere. */
export async function recordToken(
  context: Context,
  { before, after }: { before: Held | null; after: Held | null },
): Promise<void> {
  const of = ({ name, role, locationUids, expiresAt }: Held) => ({
    ...{ name, role, locationUids },
    expiresAt: expiresAt?.toISOString(),
  })
  const objectId = (after ?? before)?.id ?? ''
  await recordChanges(context, [
    { kind: 'token', objectId, before: before && of(before), after: after && of(after), ...scopeOf(before, after) },
  ])
}

type Person = Pick<StaffRow, 'id' | 'name' | 'email' | 'role' | 'locationUids' | 'language'>

/**
 * Records what is different in a member of staff, in the transaction of the change. That they have another password is
 * said, never which.
 */
export async function recordStaff(
  context: Context,
  { before, after, password = false }: { before: Person | null; after: Person | null; password?: boolean },
): Promise<void> {
  const of = ({ name, email, role, locationUids, language }: Person) => ({ name, email, role, locationUids, language })
  const objectId = (after ?? before)?.id ?? ''
  await recordChanges(context, [
    {
      ...{ kind: 'staff', objectId, before: before && of(before) },
      after: after && { ...of(after), ...(password && { password: 'replaced' }) },
      ...scopeOf(before, after),
    },
  ])
}

/** A member of staff as who makes a change. */
export function asPrincipal({ id, name, role, locationUids }: Omit<Person, 'email' | 'language'>): Principal {
  return { kind: 'staff', id, name, role: role as Principal['role'], locationUids }
}

/** Records that a member of staff has signed in. */
export async function recordSignIn({ db, now }: Pick<Context, 'db' | 'now'>, session: Session): Promise<void> {
  const { id, email = null, locationUids = null } = session
  const signedIn = { before: null, after: { email }, ...scopeOf({ locationUids }) }
  const who = asPrincipal({ ...session, locationUids })
  await recordChanges({ db, who, now }, [{ kind: 'session', objectId: id, ...signedIn }])
}

/** Records that a member of staff has signed out. */
export async function recordSignOut(context: Context): Promise<void> {
  const { id, locationUids } = context.who
  const signedOut = { before: {}, after: null, ...scopeOf({ locationUids: locationUids && [...locationUids] }) }
  await recordChanges(context, [{ kind: 'session', objectId: id, ...signedOut }])
}

/** Who is limited to locations concerns these, and those that they were limited to; anybody else the whole installation. */
function scopeOf(...sides: ({ locationUids: string[] | null } | null)[]) {
  const there = sides.filter((side) => side !== null)
  if (there.some(({ locationUids }) => locationUids === null)) return {}
  return { locationUids: there.flatMap(({ locationUids }) => locationUids ?? []) }
}
