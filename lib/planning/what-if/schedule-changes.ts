import type { PlanOverrides } from '@/lib/contract/plan-overrides'
import type { Fault } from '@/lib/errors'
import type { LocationRow } from '@/lib/planning/depot'
import { socFaults, timesFaults } from '@/lib/schedules/resolve-entries'
import { ALL_ARRIVES } from '@/lib/stays/arriving-share'
import type { DepotStay, DepotVehicle, Measurements } from '@/lib/stays/depot-stay'
import { saidDetails } from '@/lib/stays/stay-details'

type ScheduleChange = NonNullable<PlanOverrides['schedules']>[number]
type NewSchedule = NonNullable<PlanOverrides['newSchedules']>[number]

/** A vehicle with its key, as planning knows it. */
export type KeyedVehicle = { vehicleKey: number; vehicle: DepotVehicle }

/** A stay as a PATCH of its schedule would leave it: one that is moved is no longer frozen, one without a plan never is. */
export function withScheduleChange(stay: DepotStay, change: ScheduleChange, location: LocationRow): DepotStay {
  const { plannedArrivalTime: arrival = stay.arrival, plannedDepartureTime: departure = stay.departure } = change
  const isMoved = arrival !== stay.arrival || departure !== stay.departure
  const isFrozen = change.frozen ?? stay.incumbent?.frozen ?? false
  const incumbent = stay.incumbent && { ...stay.incumbent, frozen: isFrozen && !isMoved }
  const chargeNow = chargeNowOf(stay, change)
  return { ...stay, arrival, departure, ...saidDetails(change, location, stay), incumbent, chargeNow }
}

function chargeNowOf({ chargeNow, knownSince }: DepotStay, change: ScheduleChange): DepotStay['chargeNow'] {
  if (change.chargeNow == null) return chargeNow
  return change.chargeNow ? (chargeNow ?? { since: knownSince, by: '' }) : null
}

/** A stay that nobody has posted yet. */
export function newStay(schedule: NewSchedule, own: KeyedVehicle, location: LocationRow, index: number): DepotStay {
  return {
    ...{ key: null, version: '', id: `new-${index + 1}`, occurrence: null, knownSince: 0 },
    ...{ arrival: schedule.plannedArrivalTime, departure: schedule.plannedDepartureTime },
    ...{
      estimatedSoc: null,
      deliveredMaxKw: null,
      arriving: ALL_ARRIVES,
      charged: [],
      readings: [],
      chargeNow: null,
      elapsed: [],
      incumbent: null,
    },
    ...saidDetails(schedule, location),
    measured: UNMEASURED,
    ...own,
  }
}

const UNMEASURED: Measurements = {
  ...{ connectedAt: null, disconnectedAt: null, chargingStartedAt: null, chargingEndedAt: null },
  ...{ startSoc: null, soc: null, socAt: null, lastEventAt: null },
  ...{ reportsMeter: false, drawsPower: false, evseMaxKw: null },
}

/** For what a PATCH or a POST that says this, and leaves this stay, would be refused. */
export function scheduleFaults(
  { arrival, departure }: DepotStay,
  said: { targetSoC?: number | null; minimumSoC?: number | null },
  path: string,
): Fault[] {
  const times = { plannedArrivalTime: arrival, plannedDepartureTime: departure }
  return [...timesFaults(times, path), ...socFaults(said, path)].map(({ path, message }) => ({ path, message }))
}
