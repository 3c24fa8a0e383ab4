/** The versions that we speak, best first, by their WebSocket subprotocol. */
export const PROTOCOLS = ['ocpp2.0.1', 'ocpp1.6'] as const
export type Protocol = (typeof PROTOCOLS)[number]

/** Message ids go back as they came: some stations count with numbers. */
export type MessageId = string | number

/** What a frame of OCPP-J says. Source: OCPP 1.6J 4.2, OCPP 2.0.1 part 4, 4.2. */
export type Frame =
  | { kind: 'call'; id: MessageId; action: string; payload: unknown }
  | { kind: 'result'; id: MessageId; payload: unknown }
  | { kind: 'error'; id: MessageId; code: string; description: string; details: unknown }
  /** Not OCPP-J. With an id of a call, so that it can be answered, or without. */
  | { kind: 'bad'; reason: string; id?: MessageId }

const CALL = 2
const CALL_RESULT = 3
const CALL_ERROR = 4
const LONGEST_ID = 255

/** Reads one text frame; never throws, whatever it is. A payload that is missing or null is an empty one. */
export function readFrame(text: string): Frame {
  let parts: unknown
  try {
    parts = JSON.parse(text)
  } catch {
    return { kind: 'bad', reason: 'not JSON' }
  }
  if (!Array.isArray(parts)) return { kind: 'bad', reason: 'not a JSON array' }
  const [type, id] = parts
  if (!isMessageId(id)) return { kind: 'bad', reason: 'without a message id' }
  switch (Number(type)) {
    case CALL: {
      const action = parts[2]
      if (typeof action !== 'string' || action === '')
        return { kind: 'bad', reason: 'a call without the name of an action', id }
      return { kind: 'call', id, action, payload: parts[3] ?? {} }
    }
    case CALL_RESULT:
      return { kind: 'result', id, payload: parts[2] ?? {} }
    case CALL_ERROR:
      return { kind: 'error', id, code: textOf(parts[2]), description: textOf(parts[3]), details: parts[4] ?? {} }
    default:
      return { kind: 'bad', reason: 'of an unknown message type' }
  }
}

function isMessageId(id: unknown): id is MessageId {
  return (typeof id === 'string' && id.length > 0 && id.length <= LONGEST_ID) || Number.isSafeInteger(id)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 1_000) : ''
}

/** An error that a call is answered with. */
export type CallError = { code: string; description: string }

export const callFrame = (id: string, action: string, payload: unknown) => JSON.stringify([CALL, id, action, payload])
export const resultFrame = (id: MessageId, payload: unknown) => JSON.stringify([CALL_RESULT, id, payload])
export const errorFrame = (id: MessageId, { code, description }: CallError) =>
  JSON.stringify([CALL_ERROR, id, code, description.slice(0, 255), {}])

/** OCPP 1.6 and 2.0.1 spell some of their error codes differently. */
const CODES = {
  notImplemented: { 'ocpp1.6': 'NotImplemented', 'ocpp2.0.1': 'NotImplemented' },
  malformed: { 'ocpp1.6': 'FormationViolation', 'ocpp2.0.1': 'FormatViolation' },
  badFrame: { 'ocpp1.6': 'ProtocolError', 'ocpp2.0.1': 'RpcFrameworkError' },
  internal: { 'ocpp1.6': 'InternalError', 'ocpp2.0.1': 'InternalError' },
} as const

export function callError(protocol: Protocol, kind: keyof typeof CODES, description: string): CallError {
  return { code: CODES[kind][protocol], description }
}
