import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { Location } from '@/lib/contract/location'
import { location } from '@/lib/db/schema'
import { toLocation } from '@/lib/locations/settings'

/** The locations that the caller may see, by name, then id (code point order). */
export async function listLocations({ db, who }: Context): Promise<Location[]> {
  const rows = await db
    .select()
    .from(location)
    .orderBy(sql`coalesce(${location.name}, '') collate "C"`, sql`${location.uid} collate "C"`)
  return rows.filter((row) => canSeeLocation(who, row.uid)).map(toLocation)
}
