import type { StationCommandInput } from '@/lib/contract/station-command'
import { fields, text } from '@/lib/ocpp/read/tolerant'
import type { Protocol } from '@/lib/ocpp/socket/frame'
import type { Outcome } from '@/lib/ocpp/socket/station-socket'
import type { StationState } from '@/lib/stations/station-state'

/** A command as it is stored. */
export type Command = Omit<StationCommandInput, 'connectorId' | 'evseId'> & { evseId?: number; connectorId?: number }

/** A call of ours; or why there is none, as a sentence. */
export type OwnCall = { action: string; payload: object } | { impossible: string }

/** What a start needs besides: a number of its own, and the token that the vehicle is started with. */
export type StartWith = { number: number; token: string }

const TRIGGERS: Record<Protocol, readonly string[]> = {
  'ocpp1.6': [
    ...['BootNotification', 'DiagnosticsStatusNotification', 'FirmwareStatusNotification', 'Heartbeat'],
    ...['MeterValues', 'StatusNotification'],
  ],
  'ocpp2.0.1': [
    ...['BootNotification', 'LogStatusNotification', 'FirmwareStatusNotification', 'Heartbeat', 'MeterValues'],
    ...['SignChargingStationCertificate', 'SignV2GCertificate', 'StatusNotification', 'TransactionEvent'],
    ...['SignCombinedCertificate', 'PublishFirmwareStatusNotification'],
  ],
}

/** The call that tells a station a command. OCPP 1.6 has connectors where 2.0.1 has evses. */
export function commandCall(protocol: Protocol, command: Command, state: StationState, start: StartWith): OwnCall {
  const { type, evseId = 1, connectorId = 1, message = '' } = command
  if (type === 'trigger' && !TRIGGERS[protocol].includes(message ?? ''))
    return { impossible: `A station of ${protocol} cannot be asked for ${message}.` }
  if (type === 'stop') {
    const id = state.evses[evseId]?.transaction?.id
    return id === undefined ? { impossible: `No transaction runs at evse ${evseId}.` } : stopCall(protocol, id)
  }
  const isEvseGiven = command.evseId !== undefined
  return protocol === 'ocpp1.6'
    ? call16({ ...command, evseId }, isEvseGiven, start)
    : call201({ ...command, evseId, connectorId }, isEvseGiven, start)
}

function stopCall(protocol: Protocol, id: string): OwnCall {
  return protocol === 'ocpp1.6'
    ? { action: 'RemoteStopTransaction', payload: { transactionId: Number(id) } }
    : { action: 'RequestStopTransaction', payload: { transactionId: id.slice(0, 36) } }
}

const LONGEST_TAG = 20
const LONGEST_TOKEN = 36

function call16(
  { type, evseId, hard, message }: Command & { evseId: number },
  isGiven: boolean,
  start: StartWith,
): OwnCall {
  switch (type) {
    case 'reset':
      return { action: 'Reset', payload: { type: hard ? 'Hard' : 'Soft' } }
    case 'unlock':
      return { action: 'UnlockConnector', payload: { connectorId: evseId } }
    case 'start':
      return {
        action: 'RemoteStartTransaction',
        payload: { connectorId: evseId, idTag: start.token.slice(0, LONGEST_TAG) },
      }
    default:
      return {
        action: 'TriggerMessage',
        payload: { requestedMessage: message, ...(isGiven && { connectorId: evseId }) },
      }
  }
}

function call201(
  { type, evseId, connectorId, hard, message }: Command & { evseId: number },
  isGiven: boolean,
  start: StartWith,
): OwnCall {
  switch (type) {
    case 'reset':
      return { action: 'Reset', payload: { type: hard ? 'Immediate' : 'OnIdle', ...(isGiven && { evseId }) } }
    case 'unlock':
      return { action: 'UnlockConnector', payload: { evseId, connectorId } }
    case 'start': {
      const idToken = { idToken: start.token.slice(0, LONGEST_TOKEN), type: 'Central' }
      return { action: 'RequestStartTransaction', payload: { evseId, remoteStartId: start.number, idToken } }
    }
    default: {
      const evse = { id: evseId, ...(message === 'StatusNotification' && { connectorId }) }
      const needsEvse = isGiven || message === 'StatusNotification'
      return { action: 'TriggerMessage', payload: { requestedMessage: message, ...(needsEvse && { evse }) } }
    }
  }
}

const Answered = fields({ status: text, statusInfo: fields({ reasonCode: text, additionalInfo: text }) })
const YES = /^(accepted|scheduled|unlocked)$/i

/** What an outcome means for a command: its status, and the station's words. */
export function commandResult(outcome: Outcome): { status: 'accepted' | 'refused' | 'failed'; words: string } {
  if (outcome.kind === 'failed') return { status: 'failed', words: `The station gave no answer: ${outcome.reason}.` }
  if (outcome.kind === 'refused')
    return { status: 'refused', words: [outcome.code, outcome.description].filter(Boolean).join(': ') || 'CALLERROR' }
  const { status, statusInfo } = Answered.parse(outcome.payload)
  const words = [status ?? 'an answer without a status', statusInfo.reasonCode, statusInfo.additionalInfo]
  return { status: YES.test(status ?? '') ? 'accepted' : 'refused', words: words.filter(Boolean).join(', ') }
}
