import type { LabelKey, Text } from '@/components/messages/text'
import type { ChargingStation, Evse } from '@/lib/contract/station'

/** What an evse does, the first that holds. */
export type EvseState =
  | 'never'
  | 'offline'
  | 'fault'
  | 'charging'
  | 'waiting'
  | 'connected'
  | 'unavailable'
  | 'free'
  | 'unknown'

/** From so much on it charges; less is the station's own. */
export const DRAWS_KW = 0.5
const PLUGGED = /^(occupied|preparing|charging|suspendedev|suspendedevse|finishing)$/i

/** The state of an evse, from what its station said last. */
export function evseState({ online, lastSeen }: ChargingStation, evse: Evse): EvseState {
  if (!lastSeen) return 'never'
  if (!online) return 'offline'
  const status = evse.status ?? ''
  if (evse.errorCode || /^faulted$/i.test(status)) return 'fault'
  if (isPlugged(evse)) {
    if ((evse.powerkW ?? 0) > DRAWS_KW) return 'charging'
    return evse.limitkW !== undefined && evse.limitkW < DRAWS_KW ? 'waiting' : 'connected'
  }
  if (/^(unavailable|reserved)$/i.test(status)) return 'unavailable'
  return /^available$/i.test(status) ? 'free' : 'unknown'
}

/** Whether a vehicle stands there, known or not. */
export function isPlugged({ status, vehicleId, transactionId }: Evse): boolean {
  return vehicleId !== undefined || transactionId !== undefined || PLUGGED.test(status ?? '')
}

const KNOWN_FAULTS = [
  ...['GroundFailure', 'HighTemperature', 'EVCommunicationError', 'ConnectorLockFailure', 'OverCurrentFailure'],
  ...['OverVoltage', 'UnderVoltage', 'PowerMeterFailure', 'PowerSwitchFailure', 'ReaderFailure', 'ResetFailure'],
  ...['WeakSignal', 'InternalError'],
]

/** A fault of an evse, or of its whole station, in words; null: there is none. */
export function faultWords({ faults }: ChargingStation, evse: Evse, text: Text): string | null {
  const fault = faults.find(({ evseId }) => evseId === evse.evseId) ?? faults.find(({ evseId }) => evseId === undefined)
  const code = fault?.code ?? evse.errorCode
  if (code === undefined) return null
  const words = KNOWN_FAULTS.includes(code) ? text(`fault.${code}` as LabelKey) : text('fault.other', { code })
  return fault?.text ? `${words} (${fault.text})` : words
}
