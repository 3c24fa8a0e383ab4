import type { AlarmKind } from '@/lib/contract/alarm'
import type { ReadinessReason, ReadinessState } from '@/lib/contract/readiness'

/** Why a departure is in its state, as the API says it in English; pages say it by the reason, in the reader's language. */
export const REASON_SENTENCES = {
  'stay-too-short': 'The stay is too short, even at full power.',
  'site-limit': 'The depot’s power limit leaves too little.',
  'not-plugged-in': 'It is due here and not plugged in.',
  'soc-unknown': 'Its state of charge is not known.',
  'started-too-late': 'Charging began too late to finish.',
  'charging-curve': 'Its battery takes less as it fills.',
  'delivers-less': 'Its charger gives less than was ordered.',
  'not-charging': 'It is plugged in, should charge, and does not.',
  fault: 'Its charger reports a fault.',
  'not-heard-of': 'Nothing is heard of it.',
  'charger-offline': 'Its charger is offline.',
  'vehicle-takes-nothing': 'It is plugged in, and the vehicle takes no power.',
  'charger-gives-nothing': 'It is plugged in, and the charger gives no power.',
  'not-begun': 'It is plugged in, and the charging has not begun.',
  'session-ended': 'It is plugged in, and the charger has ended the charging.',
  overdue: 'Its departure has passed and it is still plugged in.',
  'chargers-connecting': 'Whether it is plugged in is not known yet: the chargers are connecting.',
  'frozen-plan': 'Its plan is frozen and gives it too little.',
  'battery-size-unknown': 'Its battery size is not entered.',
  'charge-power-unknown': 'Its charging power is not entered.',
  'scheduling-disabled': 'Scheduling is switched off for this vehicle.',
  'not-planned-yet': 'The planner has not come to it yet.',
  'beyond-horizon': 'It is too far ahead to be planned.',
} as const satisfies Record<ReadinessReason, string>

/** What somebody can do, as the API says it in English; pages say it in the reader's language. */
export const ADVICE_SENTENCES = {
  'time-or-target': 'Let it leave later, lower its target, or give its duty to another vehicle.',
  'look-at-charger': 'Look at its charger, or move it to another one.',
  'plug-again': 'Unplug it and plug it in again; if it still does not charge, move it to another charger.',
  'raise-limit': 'Raise the limit for a time, give it a higher priority, or lower its target.',
  'plug-in': 'Find the vehicle and plug it in.',
  'read-charge': 'Read its charge at the vehicle and enter it in its schedule.',
  unfreeze: 'Unfreeze its plan.',
  'other-charger': 'Move it to another charger, and reset this one.',
  'look-for-it': 'Look whether it is plugged in and whether its charger is connected.',
  'charger-network': 'Look whether its charger has power and network; move the vehicle if it stays offline.',
  'vehicle-display': 'Look at the vehicle’s display for what keeps it from charging, then plug it in again.',
  'stop-and-start': 'Stop and start the charging on the page Chargers; if it does not help, move the vehicle.',
  'start-charging': 'Start the charging on the page Chargers, or plug the vehicle in again.',
  'find-who-draws': 'Look on the page Chargers for one that draws more than it was told, and stop it.',
  'station-network': 'Look whether it has power and network; what it was told last goes on until it is back.',
  'reset-station': 'Reset the charger; if the fault stays, move the vehicle and call for service.',
  'import-again':
    'Look at the last import on the board for the reasons, correct what it left out, and import that again.',
} as const
export type Advice = keyof typeof ADVICE_SENTENCES

const BY_REASON: Partial<Record<ReadinessReason, Advice>> = {
  'stay-too-short': 'time-or-target',
  'started-too-late': 'time-or-target',
  'charging-curve': 'time-or-target',
  'site-limit': 'raise-limit',
  'not-plugged-in': 'plug-in',
  'soc-unknown': 'read-charge',
  'frozen-plan': 'unfreeze',
  'delivers-less': 'look-at-charger',
  'not-charging': 'plug-again',
  fault: 'other-charger',
  'not-heard-of': 'look-for-it',
  'charger-offline': 'charger-network',
  'vehicle-takes-nothing': 'vehicle-display',
  'charger-gives-nothing': 'stop-and-start',
  'not-begun': 'start-charging',
  'session-ended': 'plug-again',
}

const BY_STATE: Partial<Record<ReadinessState, Advice>> = {
  'will-miss': 'time-or-target',
  fault: 'other-charger',
  'not-charging': 'plug-again',
  'not-plugged-in': 'plug-in',
  'not-heard-of': 'look-for-it',
  'falls-behind': 'look-at-charger',
}

/** What to do about a departure in this state; null where there is nothing to do but wait. */
export function departureAdvice(state: ReadinessState, reason: ReadinessReason | undefined): Advice | null {
  const general = BY_STATE[state]
  if (general === undefined) return null
  return (reason && BY_REASON[reason]) ?? general
}

/** What to do about an alarm. */
export function alarmAdvice(kind: AlarmKind, reason?: ReadinessReason): Advice {
  switch (kind) {
    case 'limit.exceeded':
      return 'find-who-draws'
    case 'station.fault':
      return 'reset-station'
    case 'station.offline':
      return 'station-network'
    case 'import.refused':
      return 'import-again'
    case 'vehicle.will-miss':
      return departureAdvice('will-miss', reason) ?? 'time-or-target'
    case 'vehicle.not-charging':
      return departureAdvice('not-charging', reason) ?? 'plug-again'
    case 'vehicle.not-plugged-in':
      return departureAdvice('not-plugged-in', reason) ?? 'plug-in'
    case 'vehicle.falls-behind':
      return departureAdvice('falls-behind', reason) ?? 'look-at-charger'
  }
}
