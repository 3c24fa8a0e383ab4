import { type SQL, sql } from 'drizzle-orm'
import type { Principal } from '@/lib/context'

/** The condition that a row's location, in `column`, is one that the caller may see. */
export function visibleAt(who: Principal, column: 's.location_uid' | 'v.location_uid'): SQL {
  if (who.locationUids === null) return sql`true`
  const uids = JSON.stringify(who.locationUids)
  return sql`${sql.raw(column)} in (select value from jsonb_array_elements_text(${uids}::text::jsonb))`
}
