import { sql } from 'drizzle-orm'
import { STRANGER_LIMITS } from '@/lib/charging/list-strangers'
import { believePower } from '@/lib/charging/plausibility/believe-power'
import type { Database } from '@/lib/db/client'
import type { Interval } from '@/lib/time/interval'

/** A reading says what is drawn until the next word of the same vehicle, and no longer than this. */
const HOLDS = sql.raw(`interval '15 minutes'`)

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
        select timestamp, power_kw, coalesce(mac_address, concat_ws('/', station_id, evse_id, connector_id)) as identity
        from charging_event
        where location_uid = ${locationUid} and vehicle_key is null and type <> 'connector-status'
          and (mac_address is not null or station_id is not null)
          and timestamp > ${from} - ${HOLDS} and timestamp < ${to}
      ) said group by identity, timestamp
    ) heard where power_kw > 0 and until > ${from}`)
  return rows.flatMap(({ from_ms, to_ms, power_kw }) => {
    const powerkW = believePower([{ powerKw: power_kw }], STRANGER_LIMITS)[0]?.value ?? 0
    return powerkW > 0 ? [{ from: from_ms, to: to_ms, powerkW }] : []
  })
}
