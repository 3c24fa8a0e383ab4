import { sql } from 'drizzle-orm'
import { IS_STRANGER, STRANGER, STRANGER_LIMITS } from '@/lib/charging/list-strangers'
import { believePower } from '@/lib/charging/plausibility/believe-power'
import type { Database } from '@/lib/db/client'
import { SILENT_MS } from '@/lib/stays/silence'
import type { Interval } from '@/lib/time/interval'

/** A reading says what is drawn until the next word of the same vehicle, and no longer than this. */
const HOLDS = sql.raw(`interval '${SILENT_MS} ms'`)

type Row = { from_ms: number; to_ms: number; power_kw: number }

/**
 * What chargers reported in `range` (epoch ms) of vehicles that nobody has registered: their power at the outlet, kW.
 * One that is registered later is no stranger any more, and its energy is in its own sessions.
 */
export async function listStrangerLoads(
  db: Database,
  locationUid: string,
  range: Interval,
): Promise<(Interval & { powerkW: number })[]> {
  const from = sql`${new Date(range.from).toISOString()}::timestamptz`
  const to = sql`${new Date(range.to).toISOString()}::timestamptz`
  const rows = await db.execute<Row>(sql`
    select (extract(epoch from greatest(timestamp, ${from})) * 1000)::float8 as from_ms,
      (extract(epoch from least(until, ${to})) * 1000)::float8 as to_ms, power_kw
    from (
      select timestamp, max(power_kw) as power_kw,
        least(timestamp + ${HOLDS}, lead(timestamp) over (partition by identity order by timestamp)) as until
      from (
        select timestamp, power_kw, ${STRANGER} as identity
        from charging_event
        where location_uid = ${locationUid} and ${IS_STRANGER}
          and timestamp > ${from} - ${HOLDS} and timestamp < ${to}
      ) said group by identity, timestamp
    ) heard where power_kw > 0 and until > ${from}`)
  return rows.flatMap(({ from_ms, to_ms, power_kw }) => {
    const powerkW = believePower([{ powerKw: power_kw }], STRANGER_LIMITS)[0]?.value ?? 0
    return powerkW > 0 ? [{ from: from_ms, to: to_ms, powerkW }] : []
  })
}
