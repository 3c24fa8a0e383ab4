import { randomUUID } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import {
  type CallError,
  callError,
  callFrame,
  errorFrame,
  type Frame,
  type MessageId,
  type Protocol,
  readFrame,
  resultFrame,
} from '@/lib/ocpp/socket/frame'

/** What a station asked. */
export type InboundCall = { id: MessageId; action: string; payload: unknown }

/** How a call is answered. */
export type Answer = { payload: object } | { error: CallError }

/** What became of a call of ours. `failed`: no answer came, because of time or because the connection ended. */
export type Outcome =
  | { kind: 'answer'; payload: unknown }
  | { kind: 'refused'; code: string; description: string }
  | { kind: 'failed'; reason: 'timed out' | 'connection ended' | 'too many calls wait' }

/** One message for the raw log. */
export type LoggedMessage = {
  direction: 'in' | 'out'
  action: string
  id: string
  payload: unknown
  error?: string
}

export type SocketHandlers = {
  /** Answers one call; calls of a station come one at a time, in order. May throw: the station is told, and goes on. */
  answer: (call: InboundCall) => Promise<Answer>
  log: (message: LoggedMessage) => void
  closed: () => void
  failed: (error: unknown, call: InboundCall) => void
}

const MOST_BYTES = 64 * 1024
const MOST_BAD_FRAMES = 10
const MOST_UNANSWERED = 200
const MOST_WAITING_CALLS = 50
const MOST_UNSENT_BYTES = 4 * 1024 * 1024
const CALL_TIMEOUT_MS = 30_000
const PING_EVERY_MS = 30_000
const CLOSE_GRACE_MS = 2_000

type OwnCall = { action: string; payload: unknown; timeoutMs: number; settle: (outcome: Outcome) => void }

/**
 * OCPP-J over one WebSocket: calls of the station are answered in order, one at a time; calls of ours go out one at a
 * time, each with a time-out. What is no OCPP-J, or too much, ends this connection with a reason, and no other.
 */
export class StationSocket {
  private readonly inbound: InboundCall[] = []
  private readonly outbound: OwnCall[] = []
  private current: { id: string; call: OwnCall; timer: NodeJS.Timeout } | undefined
  private answering = false
  private badFrames = 0
  private isAlive = true
  private ended = false
  private readonly pinger: NodeJS.Timeout

  constructor(
    private readonly socket: WebSocket,
    readonly protocol: Protocol,
    private readonly handlers: SocketHandlers,
  ) {
    socket.on('message', (data, isBinary) => this.receive(data, isBinary))
    socket.on('pong', () => {
      this.isAlive = true
    })
    // A broken frame or a lost peer: ws closes the socket itself, and says so with `close`.
    socket.on('error', () => {})
    socket.on('close', () => this.end())
    this.pinger = setInterval(() => this.ping(), PING_EVERY_MS)
    this.pinger.unref()
  }

  /** Asks the station; never throws. Calls of ours wait for one another, because OCPP allows one at a time. */
  call(action: string, payload: object, timeoutMs = CALL_TIMEOUT_MS): Promise<Outcome> {
    return new Promise((settle) => {
      if (this.ended) settle({ kind: 'failed', reason: 'connection ended' })
      else if (this.outbound.length >= MOST_WAITING_CALLS) settle({ kind: 'failed', reason: 'too many calls wait' })
      else {
        this.outbound.push({ action, payload, timeoutMs, settle })
        this.sendNext()
      }
    })
  }

  /** Ends the connection with a reason; by force when the station does not agree in time. */
  close(code: number, reason: string): void {
    this.socket.close(code, reason.slice(0, 120))
    setTimeout(() => this.socket.terminate(), CLOSE_GRACE_MS).unref()
    this.end()
  }

  terminate(): void {
    this.socket.terminate()
    this.end()
  }

  private receive(data: RawData, isBinary: boolean): void {
    if (this.ended) return
    this.isAlive = true
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)
    const isTooLong = bytes.byteLength > MOST_BYTES
    const frame: Frame = isBinary || isTooLong ? { kind: 'bad', reason: 'not text' } : readFrame(bytes.toString('utf8'))
    if (isTooLong) this.close(1009, `A frame may have at most ${MOST_BYTES} bytes.`)
    else if (frame.kind === 'bad') this.receiveBad(frame, bytes)
    else if (frame.kind === 'call') this.receiveCall(frame)
    else this.receiveAnswer(frame)
  }

  private receiveBad({ reason, id }: Extract<Frame, { kind: 'bad' }>, bytes: Buffer): void {
    this.badFrames += 1
    const text = bytes.toString('utf8').slice(0, 1_000)
    this.handlers.log({ direction: 'in', action: '', id: String(id ?? ''), payload: text, error: reason })
    if (this.badFrames >= MOST_BAD_FRAMES)
      this.close(1002, `${MOST_BAD_FRAMES} frames in a row were not OCPP-J (the last: ${reason}).`)
    else if (id !== undefined)
      this.send(errorFrame(id, callError(this.protocol, 'badFrame', `The frame is ${reason}.`)))
  }

  private receiveCall({ id, action, payload }: InboundCall): void {
    this.badFrames = 0
    this.handlers.log({ direction: 'in', action, id: String(id), payload })
    this.inbound.push({ id, action, payload })
    if (this.inbound.length > MOST_UNANSWERED)
      this.close(1008, `${MOST_UNANSWERED} calls came without waiting for an answer.`)
    else if (!this.answering) void this.answerAll()
  }

  private async answerAll(): Promise<void> {
    this.answering = true
    for (let call = this.inbound.shift(); call && !this.ended; call = this.inbound.shift()) await this.answerOne(call)
    this.answering = false
  }

  private async answerOne(call: InboundCall): Promise<void> {
    let answer: Answer
    try {
      answer = await this.handlers.answer(call)
    } catch (error) {
      this.handlers.failed(error, call)
      answer = { error: callError(this.protocol, 'internal', 'This could not be stored just now. Send it again.') }
    }
    const { id, action } = call
    const logged = { direction: 'out', action, id: String(id) } as const
    if ('error' in answer) {
      this.handlers.log({ ...logged, payload: { description: answer.error.description }, error: answer.error.code })
      this.send(errorFrame(id, answer.error))
    } else {
      this.handlers.log({ ...logged, payload: answer.payload })
      this.send(resultFrame(id, answer.payload))
    }
  }

  private sendNext(): void {
    if (this.current || this.ended) return
    const call = this.outbound.shift()
    if (!call) return
    const id = randomUUID()
    const timer = setTimeout(() => this.settle({ kind: 'failed', reason: 'timed out' }), call.timeoutMs)
    this.current = { id, call, timer }
    this.handlers.log({ direction: 'out', action: call.action, id, payload: call.payload })
    this.send(callFrame(id, call.action, call.payload))
  }

  /** An answer to no call of ours, or to one that has timed out, is only logged. */
  private receiveAnswer(frame: Extract<Frame, { kind: 'result' | 'error' }>): void {
    this.badFrames = 0
    const isCurrent = this.current?.id === String(frame.id)
    const action = isCurrent ? (this.current?.call.action ?? '') : ''
    const logged = { direction: 'in', action, id: String(frame.id) } as const
    if (frame.kind === 'result') this.handlers.log({ ...logged, payload: frame.payload })
    else {
      const { code, description, details } = frame
      this.handlers.log({ ...logged, payload: { description, details }, error: code || 'GenericError' })
    }
    if (!isCurrent) return
    this.settle(
      frame.kind === 'result'
        ? { kind: 'answer', payload: frame.payload }
        : { kind: 'refused', code: frame.code, description: frame.description },
    )
  }

  private settle(outcome: Outcome): void {
    const current = this.current
    if (!current) return
    clearTimeout(current.timer)
    this.current = undefined
    current.call.settle(outcome)
    this.sendNext()
  }

  /** A station that does not read what it is sent must not fill our memory. */
  private send(text: string): void {
    if (this.ended) return
    if (this.socket.bufferedAmount > MOST_UNSENT_BYTES) this.terminate()
    else this.socket.send(text, () => {})
  }

  private ping(): void {
    if (this.isAlive) this.socket.ping(() => {})
    else this.terminate()
    this.isAlive = false
  }

  private end(): void {
    if (this.ended) return
    this.ended = true
    clearInterval(this.pinger)
    this.inbound.length = 0
    const reason = 'connection ended' as const
    this.settle({ kind: 'failed', reason })
    for (const call of this.outbound.splice(0)) call.settle({ kind: 'failed', reason })
    this.handlers.closed()
  }
}
