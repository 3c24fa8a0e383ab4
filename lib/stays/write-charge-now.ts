import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'
import type { ChargeNow } from '@/lib/stays/depot-stay'

/** Writes that a stay's vehicle is to charge at once, or (null) that it is not any more; this file is its only writer. */
export async function writeChargeNow(
  tx: Database,
  stayKeys: readonly number[],
  chargeNow: ChargeNow | null,
  now: number,
): Promise<void> {
  if (stayKeys.length === 0) return
  const rows = rowsParameter(stayKeys.map((key) => ({ key })))
  const since = chargeNow && new Date(chargeNow.since).toISOString()
  await tx.execute(sql`
    update stay set charge_now_since = ${since}::timestamptz, charge_now_by = ${chargeNow?.by ?? null},
      updated_at = ${new Date(now).toISOString()}::timestamptz
    from jsonb_to_recordset(${rows}) as x(key bigint) where stay.key = x.key`)
}
