import type { Sql } from 'postgres'

/** A fleet for the bench: depots alike, a bad one, and one of a single bus. */
export const DEPOTS = 50
export const VEHICLES_A_DEPOT = 200
export const BAD_DEPOT = 'bad'
export const BAD_VEHICLES = 1_000
export const SMALL_DEPOT = 'small'

export const depotUid = (index: number) => `depot-${String(index + 1).padStart(2, '0')}`

/** Writes depots and vehicles by SQL; nothing is planned by that. Vehicles are named after their depot: `depot-01.7`. */
export async function fillFleet(sql: Sql): Promise<void> {
  for (const [uid, vehicles] of fleet()) {
    const isBad = uid === BAD_DEPOT
    await sql`insert into location (uid, name, time_zone, power_limit_kw, charging_efficiency, strategy, target_soc,
        minimum_soc, bulk_soc, departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules,
        control_chargers, tariff)
      values (${uid}, ${uid}, 'Europe/Amsterdam', ${limitKw(uid, vehicles)}, 1, 'peak-supression', 100, ${isBad ? 40 : 0}, 80, 10, 30, 20,
        ${sql.json(isBad ? [{ tag: 'bulk', idealPowerkW: 60 }] : [])}, true, null)`
    await sql`insert into vehicle (id, name, full_charge_energy_kwh, max_charge_power_kw, min_charge_power_kw,
        supports_pause_resume, enable_charge_scheduling)
      select ${uid} || '.' || n, 'Bus ' || n, 300 + n % 3 * 60, 100 + n % 2 * 50, ${isBad ? 30 : 0}, ${!isBad} and n % 5 > 0, true
      from generate_series(1, ${vehicles}::int) n`
  }
  await sql`insert into vehicle_location (vehicle_key, location_uid, position)
    select key, split_part(id, '.', 1), 0 from vehicle`
  await sql`analyze`
}

/** The nth vehicle of an ordinary depot, as the SQL above writes it. */
export function vehicleRow(n: number) {
  return { batterySizeKwh: 300 + (n % 3) * 60, maxPowerKw: 100 + (n % 2) * 50, supportsPausing: n % 5 > 0 }
}

export function fleet(): [uid: string, vehicles: number][] {
  const depots = Array.from({ length: DEPOTS }, (_, index): [string, number] => [depotUid(index), VEHICLES_A_DEPOT])
  return [...depots, [BAD_DEPOT, BAD_VEHICLES], [SMALL_DEPOT, 1]]
}

/** What the plans of a night need at most times; the bad depot has far too little. */
export function limitKw(uid: string, vehicles: number): number {
  return Math.max(50, vehicles * (uid === BAD_DEPOT ? 9 : 26))
}
