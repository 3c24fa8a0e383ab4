import { eq } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { Location } from '@/lib/contract/location'
import { location } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'
import { etagOf } from '@/lib/if-match'
import { toLocation } from '@/lib/locations/settings'

type LocationRow = typeof location.$inferSelect

/** The location of this id with its entity tag. @throws Refusal 404 */
export async function getLocation(context: Context, uid: string): Promise<{ location: Location; etag: string }> {
  const found = toLocation(await getLocationRow(context, uid))
  return { location: found, etag: etagOf(found) }
}

/** The location's row, instants as epoch ms. @throws Refusal 404 */
export async function getLocationRow(context: Context, uid: string): Promise<LocationRow> {
  const found = await findLocationRow(context, uid)
  if (!found) throw unknownLocation(uid)
  return found
}

/** The location's row that the caller may see, or null. `lock` holds it until the transaction ends. */
export async function findLocationRow(
  { db, who }: Context,
  uid: string,
  { lock }: { lock: boolean } = { lock: false },
): Promise<LocationRow | null> {
  if (!canSeeLocation(who, uid)) return null
  const query = db.select().from(location).where(eq(location.uid, uid))
  const rows = lock ? await query.for('no key update') : await query
  return rows[0] ?? null
}

export function unknownLocation(uid: string): Refusal {
  return new Refusal('notFound', `There is no location with the id ${uid}.`)
}
