import type { Database } from '@/lib/db/client'

/** What a caller may do. Each role includes the ones before it. Staff: viewer, dispatcher, administrator. */
export type Role = 'read' | 'write' | 'admin'

/** Who asks: a member of staff (session cookie), an integration (refresh token → JWT), or the system itself. */
export type Principal = {
  kind: 'staff' | 'token' | 'system'
  id: string
  name: string
  role: Role
  /** The locations this caller is narrowed to; null means all of them. */
  locationUids: readonly string[] | null
}

/** What every verb needs: who asks, what time it is (epoch ms), and the database or the transaction to use. */
export type Context = { who: Principal; now: number; db: Database }

/** The system acting for itself: planning runs, demo data, maintenance. */
export const SYSTEM: Principal = { kind: 'system', id: 'system', name: 'Readyline', role: 'admin', locationUids: null }

const ORDER: Record<Role, number> = { read: 0, write: 1, admin: 2 }

/** Whether `who` has at least `role`. */
export function hasRole(who: Principal, role: Role): boolean {
  return ORDER[who.role] >= ORDER[role]
}

/** Whether `who` may see an object of this location. */
export function canSeeLocation(who: Principal, locationUid: string): boolean {
  return who.locationUids === null || who.locationUids.includes(locationUid)
}

/** Whether `who` may see a vehicle that belongs to these locations; one without a location is hidden from narrowed callers. */
export function canSeeVehicle(who: Principal, locationUids: readonly string[]): boolean {
  return who.locationUids === null || locationUids.some((uid) => canSeeLocation(who, uid))
}
