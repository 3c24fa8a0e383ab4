import { inArray } from 'drizzle-orm'
import { canSeeLocation, type Principal } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { location } from '@/lib/db/schema'
import { type Fault, impossible } from '@/lib/errors'

type Scope = readonly string[] | null

/** Whether `who` may know and change something that is narrowed to this scope: it must not reach further than they do. */
export function isWithinScope(who: Principal, scope: Scope): boolean {
  return who.locationUids === null || (scope?.every((uid) => canSeeLocation(who, uid)) ?? false)
}

/**
 * Brings the locations that a token or a member of staff is to be narrowed to into order.
 * @returns each location once; null means all of them
 * @throws Refusal 422 when a location does not exist for `who`, or when the scope would reach further than theirs
 */
export async function checkScope(db: Database, who: Principal, wanted: Scope): Promise<string[] | null> {
  if (wanted === null) {
    if (who.locationUids === null) return null
    throw impossible([{ path: 'locationUids', message: `must be among yours: ${who.locationUids.join(', ')}` }])
  }
  const uids = [...new Set(wanted)]
  const rows = await db.select({ uid: location.uid }).from(location).where(inArray(location.uid, uids))
  const known = new Set(rows.map((row) => row.uid).filter((uid) => canSeeLocation(who, uid)))
  const faults: Fault[] = wanted.flatMap((uid, index) =>
    known.has(uid) ? [] : [{ path: `locationUids[${index}]`, message: `there is no location "${uid}"` }],
  )
  if (faults.length > 0) throw impossible(faults)
  return uids
}
