import type { Plan, Segment } from '@/lib/contract/plan'
import type { Departure, ReadinessReason, ReadinessState } from '@/lib/contract/readiness'
import type { EvSchedule } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'
import { adviceOf } from '@/lib/readiness/advice'
import type { Departing, StandingPlace } from '@/lib/readiness/departure-facts'
import { obstacleOf } from '@/lib/readiness/obstacle'
import { readinessOf } from '@/lib/readiness/verdict'
import { chargeNowView } from '@/lib/stays/charge-now-view'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { detailProperties } from '@/lib/stays/stay-details'

/** One departure as the board shows it: the stay with its plan's outline, where it stands, and what will become of it. */
export function departureView({ stay, facts, soc, place }: Departing, locationUid: string): Departure {
  const { slackMinutes, shortfallSoC, shortfallkWh, since, deliveredShare, state, ...verdict } = readinessOf(facts)
  const reason = reasonOf(state, verdict.reason, place)
  const advice = adviceOf(state, reason)
  const carried = facts.now > soc.at && facts.presence === 'here' && stay.incumbent !== null
  return {
    schedule: scheduleView(stay, locationUid),
    ...(stay.vehicle.name !== null && { vehicleName: stay.vehicle.name }),
    ...(stay.vehicle.licensePlate !== null && { licensePlate: stay.vehicle.licensePlate }),
    ...verdict,
    state,
    ...(reason !== undefined && { reason }),
    ...(advice !== null && { advice }),
    ...(place && { place: placeView(place) }),
    soc: {
      value: tenth(soc.soc),
      source: carried && soc.source !== 'measured' ? 'planned' : soc.source,
      at: toTimestamp(soc.at),
      ...(soc.source !== 'measured' && { plusMinus: tenth(soc.plusMinus) }),
    },
    ...(facts.predictedSoc !== null && { predictedSoC: tenth(facts.predictedSoc) }),
    ...rangeView(stay, facts.predictedSoc),
    ...(shortfallSoC !== undefined && { shortfallSoC: tenth(shortfallSoC) }),
    ...(shortfallkWh !== undefined && { shortfallkWh: tenth(shortfallkWh) }),
    ...(stay.measured.lastEventAt !== null && { lastEventAt: toTimestamp(stay.measured.lastEventAt) }),
    ...(since !== undefined && { since: toTimestamp(since) }),
    ...(deliveredShare !== undefined && { deliveredShare: Math.round(deliveredShare * 100) / 100 }),
    ...(slackMinutes !== undefined && { slackMinutes: Math.floor(slackMinutes) }),
  }
}

/** What keeps it from charging is told as precisely as its charger says it. */
function reasonOf(
  state: ReadinessState,
  reason: ReadinessReason | undefined,
  place: StandingPlace | null,
): ReadinessReason | undefined {
  const isUnsaid = state === 'not-charging' ? reason === undefined : reason === 'not-charging'
  return (isUnsaid ? obstacleOf(place) : null) ?? reason
}

function placeView({ name, stationId, evseId }: StandingPlace): Departure['place'] {
  return { name, stationId, ...(evseId !== null && { evseId }) }
}

/** How far a vehicle goes with a state of charge. */
function rangeView({ vehicle }: DepotStay, soc: number | null): Pick<Departure, 'predictedRangekm'> {
  const { batterySizeKwh, consumptionWhPerKm } = vehicle
  if (soc === null || batterySizeKwh === null || !consumptionWhPerKm) return {}
  return { predictedRangekm: Math.round((soc / 100) * batterySizeKwh * (1_000 / consumptionWhPerKm)) }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

function scheduleView(stay: DepotStay, locationUid: string): EvSchedule {
  const startSoc = stay.measured.startSoc ?? stay.startSoc
  const { incumbent } = stay
  return {
    id: stay.id,
    evId: stay.vehicle.id,
    locationUid,
    plannedArrivalTime: toTimestamp(stay.arrival),
    plannedDepartureTime: toTimestamp(stay.departure),
    ...detailProperties({ ...stay, startSoc }),
    ...(stay.chargeNow && { chargeNow: chargeNowView(stay.chargeNow) }),
    ...(incumbent && {
      plan: outlineOf(stay),
      planMeta: { frozen: incumbent.frozen, timestamp: toTimestamp(incumbent.plannedAt) },
      ...(incumbent.explanation && { explanation: { ...incumbent.explanation, reasons: [] } }),
    }),
  }
}

/** The plan's power over time and nothing else, so its steps have no reasons either: a board of hundreds of departures stays small. */
function outlineOf({ incumbent, elapsed, vehicle }: DepotStay): Plan {
  const steps = (segments: readonly Segment[]) => segments.map(({ from, to, powerkW }) => ({ from, to, powerkW }))
  return {
    ...(vehicle.maxPowerKw !== null && { schedule: { ev: { maxPowerkW: vehicle.maxPowerKw } } }),
    pastSegments: steps(elapsed),
    segments: steps(incumbent?.plan.segments ?? []),
  }
}
