import { authenticate } from '@/lib/auth/authenticate'
import { canSeeLocation, hasRole, type Role } from '@/lib/context'

/** Whether who sent a request may still do at a location what the role may: a stream outlives what it was let in by. */
export async function mayStill(request: Request, role: Role, locationUid: string): Promise<boolean> {
  const who = await authenticate(request, Date.now())
  return who !== null && hasRole(who, role) && canSeeLocation(who, locationUid)
}
