import { getStaffRow, presentSession } from '@/lib/auth/staff-member'
import type { Context } from '@/lib/context'
import type { Session } from '@/lib/contract/access'

/** Who asks: a member of staff with their e-mail address, or an integration by its token's name. */
export async function getSession({ db, who }: Context): Promise<Session> {
  if (who.kind === 'staff') return presentSession(await getStaffRow(db, who, who.id))
  const { id, name, role } = who
  return { id, name, role, locationUids: who.locationUids ? [...who.locationUids] : undefined }
}
