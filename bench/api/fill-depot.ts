import type { Sql } from 'postgres'

export const LOCATION = 'bench'
export const VEHICLES = 1_000
export const NIGHTS = 7
const SEGMENTS = 8

/**
 * A depot of 1,000 vehicles with a stay and a plan for each of seven nights, written by SQL: what the lists read. The
 * plans have as many segments as the planner's usually have, and a reason for each.
 * @param pastNights so many nights before today, too
 */
export async function fillDepot(sql: Sql, pastNights = 0): Promise<void> {
  await sql`insert into location (uid, name, time_zone, charging_efficiency, strategy, target_soc, minimum_soc, bulk_soc,
      departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules,
      control_chargers)
    values (${LOCATION}, 'Bench', 'UTC', 1, 'peak-supression', 100, 0, 80, 10, 30, 20, '[]', true)`
  await sql`insert into vehicle (id, name, ev_model, license_plate, full_charge_energy_kwh, max_charge_power_kw,
      min_charge_power_kw, consumption, supports_pause_resume, enable_charge_scheduling)
    select 'bus-' || n, 'Bus ' || n, '12 m electric bus', 'RLY-' || n, 420, 150, 0, 1300, true, true
    from generate_series(1, ${VEHICLES}) n`
  await sql`insert into vehicle_location (vehicle_key, location_uid, position) select key, ${LOCATION}, 0 from vehicle`
  await sql`insert into charging_port (mac_address, vehicle_key, position, type)
    select upper(regexp_replace(lpad(to_hex(key), 12, '0'), '(..)(?!$)', '\\1:', 'g')), key, 0, 'CCS2' from vehicle`
  await sql`insert into stay (id, vehicle_key, location_uid, arrival, departure, start_soc, target_soc, priority)
    select 'sch_' || key || '_' || night, key, ${LOCATION},
      date_trunc('hour', now()) + night * interval '1 day' + interval '2 hours',
      date_trunc('hour', now()) + night * interval '1 day' + interval '12 hours', 35, 95, 0
    from vehicle, generate_series(${-pastNights}::int, ${NIGHTS - 1}::int) night`
  const plan = examplePlan()
  await sql`insert into plan (stay_key, plan, frozen, posted, strategy, strategy_version, planned_at, trigger, explanation)
    select key, ${sql.json(plan)}, false, false, 'peak-supression', '1', now(), 'schedule-changed',
      ${sql.json(exampleExplanation(plan))} from stay`
  await sql`analyze`
}

function exampleExplanation({ segments }: ReturnType<typeof examplePlan>) {
  return {
    slack: { targetMinutes: 432, minimumMinutes: 590 },
    reasons: segments.map(({ from, to, powerkW }) => ({
      from,
      to,
      code: 'held-at-peak',
      powerKw: powerkW,
      peakKw: 412,
    })),
  }
}

function examplePlan() {
  const hour = 3_600_000
  const segments = Array.from({ length: SEGMENTS }, (_, index) => ({
    from: 1_790_000_000_000 + index * hour,
    to: 1_790_000_000_000 + (index + 1) * hour,
    durationMs: hour,
    powerkW: 30 + index,
    energykWh: 30 + index,
    startSoc: 35 + index * 7,
    endSoc: 42 + index * 7,
    paused: false,
    powerUnlimited: false,
    powerIsBeingLimited: true,
    tag: ['bulk'],
  }))
  return {
    departureMarginMs: 600_000,
    endSoc: 95,
    endTime: 1_790_028_800_000,
    energyKwh: 252,
    reachedTargetSocInSchedule: true,
    segments,
    pastSegments: [],
  }
}
