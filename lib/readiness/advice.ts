import type { ReadinessReason, ReadinessState } from '@/lib/contract/readiness'

const TIME_OR_TARGET = 'Let it leave later, lower its target, or give its duty to another vehicle.'
const CHARGER = 'Look at its charger, or move it to another one.'
const PLUG_AGAIN = 'Unplug it and plug it in again; if it still does not charge, move it to another charger.'

const BY_REASON: Partial<Record<ReadinessReason, string>> = {
  'stay-too-short': TIME_OR_TARGET,
  'started-too-late': TIME_OR_TARGET,
  'charging-curve': TIME_OR_TARGET,
  'site-limit': 'Raise the limit for a time, give it a higher priority, or lower its target.',
  'not-plugged-in': 'Find the vehicle and plug it in.',
  'soc-unknown': 'Read its charge at the vehicle and enter it in its schedule.',
  'frozen-plan': 'Unfreeze its plan.',
  'delivers-less': CHARGER,
  'not-charging': PLUG_AGAIN,
  fault: 'Move it to another charger, and reset this one.',
  'not-heard-of': 'Look whether it is plugged in and whether its charger is connected.',
  'charger-offline': 'Look whether its charger has power and network; move the vehicle if it stays offline.',
  'vehicle-takes-nothing': 'Look at the vehicle’s display for what keeps it from charging, then plug it in again.',
  'charger-gives-nothing': 'Stop and start the charging on the page Chargers; if it does not help, move the vehicle.',
  'not-begun': 'Start the charging on the page Chargers, or plug the vehicle in again.',
  'session-ended': PLUG_AGAIN,
}

const BY_STATE: Partial<Record<ReadinessState, string>> = {
  'will-miss': TIME_OR_TARGET,
  fault: BY_REASON.fault,
  'not-charging': PLUG_AGAIN,
  'not-plugged-in': BY_REASON['not-plugged-in'],
  'not-heard-of': BY_REASON['not-heard-of'],
  'falls-behind': CHARGER,
}

/** What to do about a departure in this state, one sentence; null where there is nothing to do but wait. */
export function adviceOf(state: ReadinessState, reason: ReadinessReason | undefined): string | null {
  const general = BY_STATE[state]
  if (general === undefined) return null
  return (reason && BY_REASON[reason]) ?? general
}
