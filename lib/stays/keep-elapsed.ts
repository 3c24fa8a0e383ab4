import { sql } from 'drizzle-orm'
import type { Plan, Segment } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { elapsedSegments } from '@/lib/stays/delivered'

/** What elapsed of the plans of a stay, to be kept. */
export type Elapsed = { key: number; segments: readonly Segment[] }

/** Writes what elapsed of all plans of each stay so far; nothing else adds to `plan_elapsed`. */
export async function storeElapsed(tx: Database, rows: readonly Elapsed[]): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into plan_elapsed (stay_key, segments)
    select key, segments from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (key bigint, segments jsonb)
    on conflict (stay_key) do update set segments = excluded.segments`)
}

/**
 * Keeps what elapsed until `now` (epoch ms) of the incumbent plans of the stays with these keys, before the plans are
 * replaced or dropped.
 */
export async function keepElapsed(tx: Database, keys: readonly number[], now: number): Promise<void> {
  if (keys.length === 0) return
  const rows = await tx.execute<{ key: number; plan: Plan; kept: Segment[] | null }>(sql`
    select p.stay_key::float8 as key, p.plan, e.segments as kept
    from plan p left join plan_elapsed e on e.stay_key = p.stay_key
    where p.stay_key in ${keys}`)
  const elapsed = rows.map(({ key, plan, kept }) => ({
    key,
    segments: elapsedSegments(kept ?? [], plan.segments ?? [], now),
  }))
  await storeElapsed(
    tx,
    elapsed.filter(({ segments }) => segments.length > 0),
  )
}
