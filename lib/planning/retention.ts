import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** Old plans explain changes of recent days; runs are read by people who ask why. */
const VERSIONS_DAYS = 30
const RUNS_DAYS = 90

/** A batch small enough that nobody waits for its locks. */
const MOST_AT_ONCE = 5_000

/** Removes what nobody asks for any more: plan versions of stays long past, and the records of old runs. */
export async function removeOldPlans(db: Database): Promise<void> {
  await db.execute(sql`
    delete from plan_version where (stay_key, version) in (
      select stay_key, version from plan_version join stay on stay.key = stay_key
      where departure < now() - ${VERSIONS_DAYS}::int * interval '1 day' limit ${MOST_AT_ONCE})`)
  await db.execute(sql`
    delete from plan_run where key in (
      select key from plan_run where finished_at < now() - ${RUNS_DAYS}::int * interval '1 day' limit ${MOST_AT_ONCE})`)
}
