import type { Cause } from '@/lib/alarms/decide-alarms'
import { reasonWords } from '@/lib/alarms/reason-words'
import type { AlarmKind } from '@/lib/contract/alarm'
import type { Departure, ReadinessState } from '@/lib/contract/readiness'
import { adviceOf } from '@/lib/readiness/advice'

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

function causeOf(departure: Departure, state: VehicleState, begins: boolean): Cause {
  const { schedule, since, place, vehicleName } = departure
  // What a miss says its time of is its reason: it may be hours old, the miss need not be.
  const hasFact = begins && since !== undefined && state !== 'will-miss'
  const reason = begins ? departure.reason : undefined
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
    },
    cause: CAUSES[state](departure, reasonWords(reason)),
    advice: (begins && departure.advice) || adviceOf(state, reason) || '',
  }
}

const CAUSES: Record<VehicleState, (departure: Departure, why: string) => string> = {
  'will-miss': (departure, why) => sentences(shortfallWords(departure), why),
  'not-charging': (_, why) => sentences('It is plugged in, should charge, and does not.', why),
  'not-plugged-in': () => 'It is due and not plugged in.',
  'falls-behind': ({ deliveredShare }) =>
    deliveredShare === undefined
      ? 'It gets less than it was given.'
      : `It gets ${Math.round(deliveredShare * 20) * 5} % of what it was given.`,
}

/** In whole points, so that the sentence stands still while the forecast moves a little. */
function shortfallWords({ predictedSoC, shortfallSoC, schedule }: Departure): string {
  if (predictedSoC === undefined || shortfallSoC === undefined) return 'It will leave with less than it needs.'
  const isMinimum = schedule.minimumSoC !== undefined && predictedSoC < schedule.minimumSoC
  const needed = predictedSoC + shortfallSoC
  return `It will leave with about ${Math.round(predictedSoC)} % instead of ${isMinimum ? 'at least ' : ''}${Math.round(needed)} %.`
}

const sentences = (...parts: string[]) => parts.filter(Boolean).join(' ')
