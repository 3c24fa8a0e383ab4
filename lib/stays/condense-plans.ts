import { sql } from 'drizzle-orm'
import type { Segment } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { condenseSegments } from '@/lib/stays/condense-segments'
import { elapsedSegments } from '@/lib/stays/delivered'
import { storeElapsed } from '@/lib/stays/keep-elapsed'
import { deletePlans } from '@/lib/stays/write-plans'

type PlanRow = { key: number; segments: Segment[] | null; kept: Segment[] | null }

/**
 * Leaves of the plans of these stays, which are over, what they were made from and what they gave; what they said of
 * power becomes means of quarter-hours in what has elapsed.
 */
export async function condensePlans(tx: Database, keys: number[]): Promise<void> {
  const rows = await tx.execute<PlanRow>(sql`
    select s.key::float8 as key, p.plan->'segments' as segments, coalesce(e.segments, p.plan->'pastSegments') as kept
    from stay s left join plan p on p.stay_key = s.key left join plan_elapsed e on e.stay_key = s.key
    where s.key in ${keys} and (p.stay_key is not null or e.stay_key is not null)`)
  const elapsed = rows.map(({ key, segments, kept }) => ({
    key,
    segments: condenseSegments(elapsedSegments(kept ?? [], segments ?? [], Number.POSITIVE_INFINITY)),
  }))
  await storeElapsed(
    tx,
    elapsed.filter(({ segments }) => segments.length > 0),
  )
  await tx.execute(sql`
    update plan set plan = plan - 'pastSegments' || '{"segments":[]}', explanation = null where stay_key in ${keys}`)
}

/** Removes all that plans said of these stays. */
export async function forgetPlans(tx: Database, keys: number[]): Promise<void> {
  await deletePlans(tx, keys)
  await tx.execute(sql`delete from plan_elapsed where stay_key in ${keys}`)
}
