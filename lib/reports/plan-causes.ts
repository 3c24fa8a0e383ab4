import { sql } from 'drizzle-orm'
import { READINESS_REASONS, type ReadinessReason } from '@/lib/contract/readiness'
import type { Database } from '@/lib/db/client'
import type { DepartureOfReport } from '@/lib/reports/departure-of-report'

const AT_ONCE = 1_000

/** Misses with the cause that the planner gave their shortfall, where nothing that happened is the cause. */
export async function withPlanCauses(db: Database, misses: readonly DepartureOfReport[]): Promise<DepartureOfReport[]> {
  const causes = new Map<number, ReadinessReason>()
  const keys = misses.flatMap(({ stayKey, outcome }) => (stayKey !== null && outcome.cause === null ? [stayKey] : []))
  for (let index = 0; index < keys.length; index += AT_ONCE)
    for (const row of await causesOf(db, keys.slice(index, index + AT_ONCE))) {
      const cause = READINESS_REASONS.find((one) => one === row.cause)
      if (cause) causes.set(Number(row.stay_key), cause)
    }
  return misses.map((miss) => {
    const cause = miss.outcome.cause ?? causes.get(miss.stayKey ?? -1) ?? null
    return { ...miss, outcome: { ...miss.outcome, cause } }
  })
}

function causesOf(db: Database, keys: readonly number[]) {
  return db.execute<{ stay_key: string; cause: string | null }>(sql`
    select stay_key, explanation #>> '{shortfall,cause}' as cause from plan
    where stay_key = any(${sql.param([...keys])}::bigint[])`)
}
