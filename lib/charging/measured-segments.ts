import { sql } from 'drizzle-orm'
import type { Segment } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { HOUR_MS } from '@/lib/time/interval'

type Row = {
  stay_key: string
  from_ms: number
  to_ms: number
  energy_kwh: number
  length_ms: number
  start_soc: number | null
  end_soc: number | null
}

/** Below this a charger draws for itself. */
const NOTHING_KW = 0.01

/**
 * What was really charged in these stays, as segments in order of time (quarter-hour means, finer where charging starts
 * or stops), by stay key. Stays without metering are not in the map. One statement.
 */
export async function measuredSegments(db: Database, stayKeys: readonly number[]): Promise<Map<number, Segment[]>> {
  const measured = new Map<number, Segment[]>()
  if (stayKeys.length === 0) return measured
  const rows = await db.execute<Row>(sql`
    select s.key as stay_key, m.energy_kwh, m.start_soc, m.end_soc,
      (extract(epoch from m.to_at - m.from_at) * 1000)::float8 as length_ms,
      (extract(epoch from greatest(m.from_at, s.connected_at)) * 1000)::float8 as from_ms,
      (extract(epoch from least(m.to_at, s.disconnected_at)) * 1000)::float8 as to_ms
    from stay s join metered_interval m on m.vehicle_key = s.vehicle_key and m.to_at > s.connected_at
      and m.from_at < coalesce(s.disconnected_at, 'infinity') and (m.location_uid is null or m.location_uid = s.location_uid)
    where s.key = any(${sql.param([...stayKeys])}::bigint[]) and s.connected_at is not null
    order by s.key, m.from_at`)
  for (const row of rows) {
    const key = Number(row.stay_key)
    const segments = measured.get(key)
    if (segments) segments.push(toSegment(row))
    else measured.set(key, [toSegment(row)])
  }
  return measured
}

export function toSegment({ from_ms: from, to_ms: to, energy_kwh, length_ms, start_soc, end_soc }: Row): Segment {
  const powerkW = rounded(energy_kwh / (length_ms / HOUR_MS))
  return {
    ...{ from, to, durationMs: to - from, powerkW },
    energykWh: rounded((energy_kwh * (to - from)) / length_ms),
    ...(start_soc !== null && { startSoc: rounded(start_soc) }),
    ...(end_soc !== null && { endSoc: rounded(end_soc) }),
    paused: Math.abs(powerkW) < NOTHING_KW,
  }
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6
