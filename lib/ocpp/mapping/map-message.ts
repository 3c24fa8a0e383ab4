import { Draft, type Message } from '@/lib/ocpp/mapping/draft'
import type { Handlers, Mapped } from '@/lib/ocpp/mapping/handlers'
import { IdToken, type SentToken, tokensOf } from '@/lib/ocpp/mapping/id-token'
import { V16 } from '@/lib/ocpp/mapping/v16'
import { V201 } from '@/lib/ocpp/mapping/v201'
import { noteLocation } from '@/lib/ocpp/mapping/visits'
import { fields, instant, list, text } from '@/lib/ocpp/read/tolerant'
import { callError, type Protocol } from '@/lib/ocpp/socket/frame'
import type { StationState } from '@/lib/stations/station-state'

const HANDLERS: Record<Protocol, Handlers> = { 'ocpp1.6': V16, 'ocpp2.0.1': V201 }

const MOST_EVSES = 200
/** No number of an evse is higher: the registry could not hold it. */
const HIGHEST_EVSE = 100_000

/** Where messages say when they were written. */
const Timed = fields({ timestamp: instant, meterValue: list(fields({ timestamp: instant })) })

/**
 * What one message of a station says: a pure function of the state before it, the message and when it was received. It
 * gives the charging events to record, the state after it, and the answer. Whatever the message is, it never throws.
 */
export function mapMessage(protocol: Protocol, state: StationState, message: Message): Mapped {
  const { action, payload } = message
  const handlers = HANDLERS[protocol]
  const handler = Object.hasOwn(handlers, action) ? handlers[action] : undefined
  const none = { state, events: [], claims: [] }
  if (!handler)
    return { ...none, answer: { error: callError(protocol, 'notImplemented', `${action} is not known here.`) } }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    return { ...none, answer: { error: callError(protocol, 'malformed', 'The payload must be a JSON object.') } }
  const draft = new Draft(state, message, { hasTime: hasTime(payload) })
  noteLocation(draft)
  const { payload: answer, ask } = handler(draft)
  if (!isCountable(draft.state, state, message.evses)) {
    // A number that the answer gives must not be given again.
    const { clock, lastTransaction } = draft.state
    return { ...none, state: { ...state, clock, lastTransaction }, answer: { payload: answer } }
  }
  return { state: draft.state, events: draft.events, claims: draft.claims, answer: { payload: answer }, ask }
}

/**
 * No station has more evses, or ones of higher numbers: what is said of a new one beyond that is answered, and no more.
 * What the registry has, or was known before, always counts.
 */
function isCountable({ evses }: StationState, before: StationState, registered: readonly number[]): boolean {
  const numbers = Object.keys(evses)
  const fresh = numbers.filter((evseId) => !before.evses[evseId] && !registered.includes(Number(evseId)))
  if (fresh.some((evseId) => Number(evseId) > HIGHEST_EVSE)) return false
  return fresh.length === 0 || numbers.length <= Math.max(MOST_EVSES, Object.keys(before.evses).length)
}

function hasTime(payload: object): boolean {
  const { timestamp, meterValue } = Timed.parse(payload)
  return timestamp !== undefined || meterValue.some((each) => each.timestamp !== undefined)
}

const Tokens = fields({ idTag: text, idToken: IdToken })

/** The tokens that a message brings, which may say which vehicle it is, as the handlers read them. */
export function tokensIn(payload: unknown): SentToken[] {
  const { idTag, idToken } = Tokens.parse(payload)
  return [...(idTag === undefined ? [] : [{ token: idTag, isMac: false }]), ...tokensOf(idToken)]
}
