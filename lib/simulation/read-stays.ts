import type { Context } from '@/lib/context'
import { listLocationSchedules } from '@/lib/schedules/list-location-schedules'
import type { PlayedStay } from '@/lib/simulator/night'
import { type ListedSchedule, type ListedVehicle, staysOf } from '@/lib/simulator/stays-of'
import { HOUR_MS } from '@/lib/time/interval'
import { listVehicles } from '@/lib/vehicles/list-vehicles'

/** The stays of a location that go on now or begin within the hour, and how many vehicles it has. */
export async function readStays(
  context: Context,
  locationUid: string,
): Promise<{ stays: PlayedStay[]; vehicles: number }> {
  const { now } = context
  const listed = JSON.parse(await listVehicles(context, { locationUids: [locationUid] })) as {
    vehicles: { vehicle: ListedVehicle }[]
  }
  const range = { from: now, to: now + HOUR_MS, plan: false }
  const { schedules } = JSON.parse(await listLocationSchedules(context, { locationUid, ...range })) as {
    schedules: ListedSchedule[]
  }
  const vehicles = listed.vehicles.map(({ vehicle }) => vehicle)
  return { stays: staysOf(vehicles, schedules), vehicles: vehicles.length }
}
