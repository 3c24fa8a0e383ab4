import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** What is looked at again and again of an import: what it left out is counted, and only the first entry is named. */
export type LastImport = {
  id: string
  name: string | null
  /** Epoch ms. */
  startedAt: number
  leftOut: number
  first: string | null
  isUndone: boolean
}

/** The last import of files for a location; undefined: there was none. */
export async function lastImport(db: Database, locationUid: string): Promise<LastImport | undefined> {
  const [last] = await db.execute<LastImport>(sql`
    select id, name, (extract(epoch from started_at) * 1000)::float8 as "startedAt",
      jsonb_array_length(left_out) as "leftOut", left_out -> 0 ->> 'row' as first, undone is not null as "isUndone"
    from import_run where location_uid = ${locationUid} and origin = 'file'
    order by started_at desc, key desc limit 1`)
  return last
}
