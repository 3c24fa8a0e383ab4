import { sql } from 'drizzle-orm'
import { believePower } from '@/lib/charging/plausibility/believe-power'
import type { Database } from '@/lib/db/client'
import { HOUR_MS, type Interval } from '@/lib/time/interval'

/** The power at a vehicle as it was read, or the mean since the reading before where only energy is; epoch ms, kW. */
export type PowerReading = { at: number; powerKw: number }

type Metered = { vehicleKey: number; maxPowerKw: number | null; evseMaxKw: number | null }
type Row = { key: string; at: number; power_kw: number | null; kwh: number | null; transaction_id: string | null }

/** What the meters of these vehicles said in `range` (epoch ms), by vehicle key, in order of time. One statement. */
export async function recentPowers(
  db: Database,
  vehicles: readonly Metered[],
  range: Interval,
): Promise<Map<number, PowerReading[]>> {
  if (vehicles.length === 0) return new Map()
  const rows = await db.execute<Row>(sql`
    select vehicle_key as key, (extract(epoch from timestamp) * 1000)::float8 as at, power_kw, transaction_id,
      coalesce(energy_kwh, meter_kwh) as kwh
    from charging_event
    where vehicle_key = any(${sql.param(vehicles.map(({ vehicleKey }) => vehicleKey))}::bigint[]) and type = 'meter'
      and timestamp > ${new Date(range.from).toISOString()} and timestamp <= ${new Date(range.to).toISOString()}
    order by vehicle_key, timestamp, id`)
  const metered = new Map(vehicles.map((vehicle) => [vehicle.vehicleKey, vehicle]))
  const groups = new Map<number, Row[]>()
  for (const row of rows) groups.set(Number(row.key), [...(groups.get(Number(row.key)) ?? []), row])
  return new Map([...groups].map(([key, own]) => [key, powersOf(own, metered.get(key))]))
}

function powersOf(rows: readonly Row[], vehicle: Metered | undefined): PowerReading[] {
  const [vehicleKw, chargerKw] = [vehicle?.maxPowerKw ?? null, vehicle?.evseMaxKw ?? null]
  const limits = { batterySizeKwh: null, vehicleKw, chargerKw, preconditioningKwh: 0 }
  const believed = believePower(
    rows.map(({ power_kw }) => ({ powerKw: power_kw })),
    limits,
  )
  return rows.flatMap((row, index) => {
    const powerKw = believed[index]?.value ?? (row.power_kw === null ? meanKw(rows[index - 1], row) : null)
    return powerKw === null ? [] : [{ at: row.at, powerKw }]
  })
}

/** The mean power from one reading of a counter to the next. */
function meanKw(before: Row | undefined, row: Row): number | null {
  if (!before || before.transaction_id !== row.transaction_id || row.at <= before.at) return null
  if (before.kwh === null || row.kwh === null || row.kwh < before.kwh) return null
  return ((row.kwh - before.kwh) * HOUR_MS) / (row.at - before.at)
}
