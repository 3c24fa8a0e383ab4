import type { Cause } from '@/lib/alarms/decide-alarms'
import type { AlarmDetails, AlarmKind } from '@/lib/contract/alarm'
import type { Departure, ReadinessReason, ReadinessState } from '@/lib/contract/readiness'
import { ADVICE_SENTENCES, alarmAdvice, REASON_SENTENCES } from '@/lib/contract/sentences'

type VehicleState = Extract<ReadinessState, 'will-miss' | 'not-charging' | 'not-plugged-in' | 'falls-behind'>

const STATES: readonly ReadinessState[] = ['will-miss', 'not-charging', 'not-plugged-in', 'falls-behind']
const isVehicleState = (state: ReadinessState): state is VehicleState => STATES.includes(state)

/**
 * What is wrong with the departures of a board. Its state begins an alarm. A state that holds beside a worse one keeps an
 * alarm that there was before it got worse, and begins none: a vehicle that is not plugged in and so will miss is one thing.
 */
export function vehicleCauses(departures: readonly Departure[]): Cause[] {
  return departures.flatMap((departure) =>
    [departure.state, ...(departure.alsoStates ?? [])]
      .filter(isVehicleState)
      .map((state) => causeOf(departure, state, state === departure.state)),
  )
}

/** Whether they are plugged in is not known yet: an alarm that they are not neither begins nor ends by that. */
export function unheardCauses(departures: readonly Departure[]): Cause[] {
  return departures.map((departure) => causeOf(departure, 'not-plugged-in', false))
}

function causeOf(departure: Departure, state: VehicleState, begins: boolean): Cause {
  const { schedule, since, place, vehicleName } = departure
  // What a miss says its time of is its reason: it may be hours old, the miss need not be.
  const hasFact = begins && since !== undefined && state !== 'will-miss'
  const reason = begins ? departure.reason : undefined
  const details = detailsOf(departure, state, reason)
  return {
    kind: `vehicle.${state}` satisfies AlarmKind,
    subject: JSON.stringify([schedule.evId, schedule.id]),
    begins,
    since: hasFact ? Date.parse(since) : null,
    about: {
      vehicleId: schedule.evId,
      scheduleId: schedule.id,
      ...(vehicleName !== undefined && { vehicleName }),
      ...(place && { place: place.name, stationId: place.stationId }),
      ...(place?.evseId !== undefined && { evseId: place.evseId }),
      details,
    },
    cause: causeWords(state, details),
    advice: ADVICE_SENTENCES[alarmAdvice(`vehicle.${state}`, reason)],
  }
}

/** What the sentences are made of; in whole points, so that they stand still while the forecast moves a little. */
function detailsOf(departure: Departure, state: VehicleState, reason: ReadinessReason | undefined): AlarmDetails {
  const { predictedSoC, shortfallSoC, deliveredShare, schedule } = departure
  const isShort = state === 'will-miss' && predictedSoC !== undefined && shortfallSoC !== undefined
  return {
    ...(reason && { reason }),
    ...(isShort && {
      predictedSoC: Math.round(predictedSoC),
      neededSoC: Math.round(predictedSoC + shortfallSoC),
      neededIsMinimum: schedule.minimumSoC !== undefined && predictedSoC < schedule.minimumSoC,
    }),
    ...(state === 'falls-behind' &&
      deliveredShare !== undefined && { deliveredPercent: Math.round(deliveredShare * 20) * 5 }),
  }
}

function causeWords(state: VehicleState, details: AlarmDetails): string {
  const why = details.reason && REASON_SENTENCES[details.reason]
  switch (state) {
    case 'will-miss':
      return [shortfallWords(details), why].filter(Boolean).join(' ')
    case 'falls-behind':
      return details.deliveredPercent === undefined
        ? 'It gets less than it was given.'
        : `It gets ${details.deliveredPercent} % of what it was given.`
    case 'not-charging':
      return why ?? REASON_SENTENCES['not-charging']
    case 'not-plugged-in':
      return REASON_SENTENCES['not-plugged-in']
  }
}

function shortfallWords({ predictedSoC, neededSoC, neededIsMinimum }: AlarmDetails): string {
  if (predictedSoC === undefined || neededSoC === undefined) return 'It will leave with less than it needs.'
  return `It will leave with about ${predictedSoC} % instead of ${neededIsMinimum ? 'at least ' : ''}${neededSoC} %.`
}
