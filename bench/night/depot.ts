import { sql } from 'drizzle-orm'
import type { Told } from '@/bench/night/chargers'
import { baseKwAt, EVENING, HOUR, MINUTE, type Night, priceAt } from '@/bench/night/night'
import { recordEvents } from '@/lib/charging/record-events'
import { type Context, SYSTEM } from '@/lib/context'
import { WEEKDAYS } from '@/lib/contract/enumerations'
import { LocationInput } from '@/lib/contract/location'
import type { Departure } from '@/lib/contract/readiness'
import { PostedSchedules } from '@/lib/contract/schedule'
import { VehicleInput } from '@/lib/contract/vehicle'
import type { Database } from '@/lib/db/client'
import { putLocation } from '@/lib/locations/put-location'
import type { Strategy } from '@/lib/planner/problem'
import { planLocation, planPending } from '@/lib/planning/plan-location'
import { getReadiness } from '@/lib/readiness/get-readiness'
import { postScheduleBatch } from '@/lib/schedules/post-schedule-batch'
import { putVehicle } from '@/lib/vehicles/put-vehicle'

/** A plan moves on after so long without another cause, as the worker has it. */
export const HORIZON_MS = 4.5 * MINUTE

/** What a night is played against. */
export interface PlayedDepot {
  /** Takes what the chargers report, then plans as the worker does. @returns whether it was planned */
  live(at: number, events: readonly object[]): Promise<boolean>
  /** The plans in force, by bus. */
  plans(): Promise<Map<string, Told[]>>
  /** The departures as the board shows them. */
  board(at: number): Promise<Departure[]>
}

/** The product as a depot of the bench sees it: its own verbs, at the instants of the night. */
export class Depot implements PlayedDepot {
  private plannedAt = 0

  constructor(
    private readonly db: Database,
    private readonly night: Night,
  ) {}

  /** Registers the depot and its buses, and posts the night an hour before it. */
  async register(strategy: Strategy): Promise<void> {
    const context = this.at(EVENING - HOUR)
    const { uid, buses } = this.night
    await putLocation(context, { uid, input: locationOf(this.night, strategy), ifMatch: null })
    for (const bus of buses) {
      const input = VehicleInput.parse({
        ...{ name: bus.id, locationUid: uid, fullChargeEnergykWh: bus.batteryKwh, maxChargePowerkW: bus.maxKw },
        ...{ supportsPauseResume: bus.supportsPausing, chargingPorts: [{ macAddress: bus.macAddress, type: 'CCS2' }] },
      })
      await putVehicle(context, { vehicleId: bus.id, input, ifMatch: null })
    }
    const outcomes = await postScheduleBatch(
      context,
      buses.map((bus) => ({ vehicleId: bus.id, read: () => postedOf(bus.posted) })),
    )
    for (const outcome of outcomes) if ('thrown' in outcome) throw outcome.thrown
    await planLocation(context, { locationUid: uid, trigger: 'manual', description: 'The night is planned.' })
  }

  async live(at: number, events: readonly object[]): Promise<boolean> {
    const context = this.at(at)
    if (events.length > 0) await recordEvents(context, events)
    const outcome = await planPending(context, this.night.uid)
    const isDue = at - this.plannedAt >= HORIZON_MS
    if (outcome !== 'planned' && isDue)
      await planLocation(context, {
        locationUid: this.night.uid,
        trigger: 'horizon-moved',
        description: 'Time has passed: the plan was brought forward to now.',
      })
    if (outcome === 'planned' || isDue) this.plannedAt = at
    return outcome === 'planned' || isDue
  }

  async plans(): Promise<Map<string, Told[]>> {
    const rows = await this.db.execute<{ id: string; segments: Told[] }>(sql`
      select v.id, p.plan->'segments' as segments from stay s join plan p on p.stay_key = s.key
      join vehicle v on v.key = s.vehicle_key where s.location_uid = ${this.night.uid}`)
    return new Map(rows.map(({ id, segments }) => [id, segments ?? []]))
  }

  async board(at: number) {
    return (await getReadiness(this.at(at), { locationUid: this.night.uid, hours: 14 })).departures
  }

  private at(now: number): Context {
    return { who: SYSTEM, now, db: this.db }
  }
}

/** The depot's settings. */
export function locationOf({ uid, limitKw, efficiency }: Night, strategy: Strategy): LocationInput {
  return LocationInput.parse({
    ...{ name: uid, timeZone: 'UTC', powerLimitkW: limitKw, strategy, minimumSoC: 0 },
    ...{ chargingEfficiency: efficiency, assumedArrivalSoC: 30, controlChargers: false },
    baseLoad: { weekly: weekly((hour) => ({ powerkW: baseKwAt(hour * HOUR) })) },
    tariff: { currency: 'EUR', demandChargePerkW: 8, weekly: weekly((hour) => ({ perkWh: priceAt(hour * HOUR) })) },
  })
}

function postedOf({ arrival, departure, startSoc, targetSoc, minimumSoc }: Night['buses'][number]['posted']) {
  const [plannedArrivalTime, plannedDepartureTime] = [arrival, departure].map((at) => new Date(at).toISOString())
  return PostedSchedules.parse({
    schedules: [
      {
        ...{ plannedArrivalTime, plannedDepartureTime, targetSoC: targetSoc, minimumSoC: minimumSoc },
        ...(startSoc !== null && { startSoC: startSoc }),
      },
    ],
  })
}

function weekly<T extends object>(valueAt: (hour: number) => T) {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  return WEEKDAYS.flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => ({ day, from: clock(hour), to: clock(hour + 1), ...valueAt(hour) })),
  )
}
