import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { condensePlans, forgetPlans } from '@/lib/stays/condense-plans'
import { takeEndedStays } from '@/lib/stays/ended-stays'
import { DAY_MS } from '@/lib/time/interval'

/** Old plans explain changes of recent days; runs are read by people who ask why. */
const VERSIONS_DAYS = 30
const RUNS_DAYS = 90

/** A batch small enough that nobody waits for its locks. */
const STAYS_AT_ONCE = 500
const RUNS_AT_ONCE = 5_000

/** For how many days after its departure a stay keeps its plan whole, and for how many at all. */
export type PlanRetention = { detailDays: number; days: number }

/**
 * Removes what nobody asks of plans any more, in small steps. Of a stay that departed over 30 days ago the versions go;
 * after `detailDays` its plan keeps what it was made from and what it gave, and what it said of power becomes means of
 * quarter-hours in what has elapsed; after `days` both go. What chargers reported is not touched.
 * @yields how many stays or runs a step has dealt with
 */
export async function* removeOldPlans(
  db: Database,
  { detailDays, days }: PlanRetention,
  now: number,
): AsyncGenerator<number> {
  const before = (age: number) => ({ before: now - age * DAY_MS, most: STAYS_AT_ONCE })
  yield* takeEndedStays(db, { purpose: 'versions', ...before(VERSIONS_DAYS), work: removeVersions })
  yield* takeEndedStays(db, { purpose: 'plan-detail', ...before(detailDays), work: condensePlans })
  yield* takeEndedStays(db, { purpose: 'plans', ...before(days), work: forgetPlans })
  yield* removeRuns(db, now - RUNS_DAYS * DAY_MS)
}

async function removeVersions(tx: Database, keys: number[]): Promise<void> {
  await tx.execute(sql`delete from plan_version where stay_key in ${keys}`)
}

/** Runs are numbered as they come, so the oldest are the first. */
async function* removeRuns(db: Database, before: number): AsyncGenerator<number> {
  for (;;) {
    const { count } = await db.execute(sql`
      delete from plan_run where finished_at < ${new Date(before).toISOString()}
        and key in (select key from plan_run order by key limit ${RUNS_AT_ONCE})`)
    if (count > 0) yield count
    if (count < RUNS_AT_ONCE) return
  }
}
