import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { DAY_MS, HOUR_MS } from '@/lib/time/interval'

/** Trips further back say little about today's weather and routes. */
const HISTORY_MS = 30 * DAY_MS
const FEWEST_TRIPS = 3

/** What is known of a vehicle besides its stays to come: its last end, and how fast its SoC falls while it is away. */
export type TripHistory = {
  /** SoC points per hour away, measured; null while there are too few trips. */
  socPerHour: number | null
  lastDeparture: number | null
  lastSoc: number | null
}

/** Fills in `estimatedSoc` where nobody has said a stay's start SoC and the vehicle's earlier trips tell enough. */
export async function estimateSocs(tx: Database, stays: DepotStay[], now: number): Promise<DepotStay[]> {
  const unknown = stays.filter((stay) => stay.startSoc === null && stay.measured.startSoc === null)
  if (unknown.length === 0) return stays
  const histories = await readHistories(tx, [...new Set(unknown.map(({ vehicleKey }) => vehicleKey))], now)
  return estimateArrivals(stays, histories)
}

/**
 * The last known SoC less the trip: where a vehicle's earlier trips were measured at both ends, its SoC falls by their
 * mean rate from the end of the stay before. `stays` are in the order of arrival.
 */
export function estimateArrivals(stays: DepotStay[], histories: ReadonlyMap<number, TripHistory>): DepotStay[] {
  const ends = new Map<number, { at: number; soc: number }>()
  return stays.map((stay) => {
    const history = histories.get(stay.vehicleKey)
    const before = ends.get(stay.vehicleKey) ?? lastEndOf(history)
    const rate = history?.socPerHour ?? null
    const hoursAway = before ? (stay.arrival - before.at) / HOUR_MS : 0
    const estimatedSoc = before && rate !== null && hoursAway >= 0 ? Math.max(0, before.soc - rate * hoursAway) : null
    const startSoc = stay.measured.startSoc ?? stay.startSoc ?? estimatedSoc
    const endSoc = stay.incumbent?.plan.endSoc ?? startSoc
    if (endSoc !== null && endSoc !== undefined) ends.set(stay.vehicleKey, { at: stay.departure, soc: endSoc })
    else ends.delete(stay.vehicleKey)
    return { ...stay, estimatedSoc }
  })
}

function lastEndOf(history: TripHistory | undefined): { at: number; soc: number } | undefined {
  if (!history || history.lastDeparture === null || history.lastSoc === null) return undefined
  return { at: history.lastDeparture, soc: history.lastSoc }
}

type HistoryRow = {
  vehicle_key: string
  drop: number | null
  hours: number | null
  trips: number
  last_departure: number | null
  last_soc: number | null
}

async function readHistories(tx: Database, vehicleKeys: number[], now: number): Promise<Map<number, TripHistory>> {
  const rows = await tx.execute<HistoryRow>(sql`
    with past as (
      select s.vehicle_key, s.arrival, s.departure, s.measured_soc,
        coalesce(s.measured_soc, (p.plan->>'endSoc')::float8) as end_soc,
        lead(s.measured_start_soc) over trips as next_soc, lead(s.arrival) over trips as next_arrival
      from stay s left join plan p on p.stay_key = s.key
      where s.vehicle_key in ${vehicleKeys} and s.departure <= ${new Date(now).toISOString()}
        and s.departure > ${new Date(now - HISTORY_MS).toISOString()}
      window trips as (partition by s.vehicle_key order by s.arrival)
    ), trip as (
      select vehicle_key, measured_soc - next_soc as drop,
        extract(epoch from next_arrival - departure)::float8 / 3600 as hours
      from past where measured_soc >= next_soc and next_arrival > departure
    )
    select distinct on (past.vehicle_key) past.vehicle_key,
      (select sum(drop) from trip where trip.vehicle_key = past.vehicle_key) as drop,
      (select sum(hours) from trip where trip.vehicle_key = past.vehicle_key) as hours,
      (select count(*)::int from trip where trip.vehicle_key = past.vehicle_key) as trips,
      extract(epoch from past.departure)::float8 * 1000 as last_departure, past.end_soc as last_soc
    from past order by past.vehicle_key, past.departure desc`)
  return new Map(rows.map((row) => [Number(row.vehicle_key), historyOf(row)]))
}

function historyOf({ drop, hours, trips, last_departure, last_soc }: HistoryRow): TripHistory {
  const measured = trips >= FEWEST_TRIPS && drop !== null && hours !== null && hours > 0
  return { socPerHour: measured ? drop / hours : null, lastDeparture: last_departure, lastSoc: last_soc }
}
