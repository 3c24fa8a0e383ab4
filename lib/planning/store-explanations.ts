import { sql } from 'drizzle-orm'
import type { Explanation } from '@/lib/contract/explanations'
import type { Database } from '@/lib/db/client'
import type { DepotStay } from '@/lib/stays/depot-stay'

/**
 * Writes what there is to say now about plans that stay in force, which makes no new version of them. A plan that has
 * changed since it was read, or that somebody is changing, is left out: its own change asks for the next run.
 */
export async function storeExplanations(
  tx: Database,
  explained: readonly { stay: DepotStay; explanation: Explanation }[],
): Promise<void> {
  const rows = explained.flatMap(({ stay: { key, version }, explanation }) =>
    key === null ? [] : [{ key, version, explanation }],
  )
  if (rows.length === 0) return
  await tx.execute(sql`
    with said as (select key, version, explanation from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as row (key bigint, version text, explanation jsonb)),
    held as (select plan.stay_key from plan join stay on stay.key = plan.stay_key join said on said.key = plan.stay_key
      where said.version = stay.xmin::text || '/' || plan.xmin::text
      order by plan.stay_key for no key update of plan skip locked)
    update plan set explanation = said.explanation from said, held
    where plan.stay_key = said.key and held.stay_key = plan.stay_key`)
}
