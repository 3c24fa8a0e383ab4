import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** Whether something was asked of the location since the request of `revision` (null: none) was read. */
export async function isAskedAgain(tx: Database, locationUid: string, revision: number | null): Promise<boolean> {
  const [row] = await tx.execute<{ revision: string }>(sql`
    select revision from plan_request where location_uid = ${locationUid}`)
  return row !== undefined && Number(row.revision) !== revision
}

/**
 * Clears the request that was read, unless another one came in meanwhile: that one still has to be planned, and waits
 * since it came.
 */
export async function clearRequest(tx: Database, locationUid: string, revision: number | null): Promise<void> {
  if (revision === null) return
  await tx.execute(sql`delete from plan_request where location_uid = ${locationUid} and revision = ${revision}`)
  await tx.execute(sql`update plan_request set waiting_since = requested_at where location_uid = ${locationUid}`)
}
