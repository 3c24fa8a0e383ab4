import { sql } from 'drizzle-orm'
import { Gauge, Registry } from 'prom-client'
import type { Context } from '@/lib/context'
import { listOverduePlans } from '@/lib/plan-request/list-overdue-plans'

type Row = Record<'locations' | 'vehicles' | 'connected' | 'charging' | 'pending' | 'failures', number> &
  Record<'oldest_seconds' | 'plan_seconds' | 'event_seconds', number | null>

const MEANINGS: Record<keyof Row, [name: string, help: string]> = {
  locations: ['readyline_locations', 'Locations.'],
  vehicles: ['readyline_vehicles', 'Vehicles that belong to a location.'],
  connected: ['readyline_vehicles_connected', 'Vehicles that are connected to a charger.'],
  charging: ['readyline_vehicles_charging', 'Vehicles that are charging, pauses included.'],
  pending: ['readyline_plan_requests_pending', 'Locations that wait to be planned.'],
  oldest_seconds: ['readyline_plan_request_age_seconds', 'How long the location that waits longest has waited.'],
  plan_seconds: ['readyline_plan_run_age_seconds', 'Time since the last planning run that succeeded.'],
  failures: ['readyline_plan_failures_last_hour', 'Planning runs that failed in the last hour.'],
  event_seconds: ['readyline_charging_event_age_seconds', 'Time since the last event from a charger came in.'],
}

/** The state of the depots that the caller may see, as Prometheus text. What is not known has no value. */
export async function depotMetrics({ db, who, now }: Context): Promise<string> {
  const here = (column: string) =>
    who.locationUids === null ? sql`true` : sql`${sql.raw(column)} = any(${sql.param([...who.locationUids])}::text[])`
  const at = sql`${new Date(now).toISOString()}::timestamptz`
  const secondsSince = (instant: ReturnType<typeof sql>) => sql`extract(epoch from ${at} - ${instant})::float8`
  const [row] = await db.execute<Row>(sql`
    select
      (select count(*)::int from location where ${here('uid')}) as locations,
      (select count(distinct vehicle_key)::int from vehicle_location where ${here('location_uid')}) as vehicles,
      (select count(*)::int from charging_session where disconnected_at is null and ${here('location_uid')}) as connected,
      (select count(*)::int from charging_session where disconnected_at is null and charging
        and ${here('location_uid')}) as charging,
      (select count(*)::int from plan_request where ${here('location_uid')}) as pending,
      (select ${secondsSince(sql`min(waiting_since)`)} from plan_request where ${here('location_uid')}) as oldest_seconds,
      (select ${secondsSince(sql`max(finished_at)`)} from plan_run
        where failure is null and ${here('location_uid')}) as plan_seconds,
      (select count(*)::int from plan_run
        where failure is not null and finished_at > ${at} - interval '1 hour' and ${here('location_uid')}) as failures,
      (select ${secondsSince(sql`max(timestamp)`)} from charging_event where ${here('location_uid')}) as event_seconds`)
  const registry = new Registry()
  for (const [column, [name, help]] of Object.entries(MEANINGS)) {
    const value = row?.[column as keyof Row]
    if (value != null) new Gauge({ name, help, registers: [registry] }).set(value)
  }
  const overdue = new Gauge({
    name: 'readyline_plan_overdue_seconds',
    help: 'How long a location has waited for a plan, where that is over a minute.',
    labelNames: ['location'],
    registers: [registry],
  })
  for (const { locationUid, since } of await listOverduePlans(db, who.locationUids, now))
    overdue.set({ location: locationUid }, (now - since) / 1000)
  return registry.metrics()
}
