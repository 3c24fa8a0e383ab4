import { WebSocket } from 'ws'
import type { Protocol } from '@/lib/ocpp/socket/frame'

type Payload = Record<string, unknown>
type Call = {
  action: string
  payload: () => object
  dueAt: number
  answered?: (answer: Payload) => void
  isTwice: boolean
}
type LineOptions = {
  url: string
  id: string
  password: string
  protocol: Protocol
  /** What it says before all else when it has connected. */
  greet: () => void
  /** Answers a call of the product; null: it is not implemented. */
  answer: (action: string, payload: Payload) => object | null
}

/** So many messages of a queue go out at once, without an answer in between. */
const AT_ONCE = 60
const PATIENCE_MS = 60_000

/**
 * A charging station's connection, with a queue that keeps what could not be said. It counts what must not be: a connection
 * that it did not end itself, and answers that say that the product failed.
 */
export class StationLine {
  readonly faults: string[] = []
  private socket: WebSocket | undefined
  private queue: Call[] = []
  private readonly waiting = new Map<string, (answer: Payload | null) => void>()
  private sent = 0
  private isWanted = false

  constructor(private readonly options: LineOptions) {}

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN
  }

  /** Says what is due. @returns whether anything is under way that the clock has to wait for */
  isBusy(now: number): boolean {
    if (!this.isWanted) return false
    this.pump(now)
    return !this.isOpen || this.waiting.size > 0 || (this.queue[0] !== undefined && this.queue[0].dueAt <= now)
  }

  connect(): void {
    const { url, id, password, protocol, greet } = this.options
    this.isWanted = true
    const authorization = `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`
    const address = `${url.replace(/^http/, 'ws')}/ocpp/${encodeURIComponent(id)}`
    const socket = new WebSocket(address, [protocol], { headers: { authorization }, perMessageDeflate: false })
    this.socket = socket
    socket.on('open', greet)
    socket.on('message', (data) => this.hear(String(data)))
    socket.on('error', (error) => this.faults.push(`${id}: ${error.message}`))
    socket.on('close', (code, reason) => {
      for (const settle of this.waiting.values()) settle(null)
      this.waiting.clear()
      if (!this.isWanted || this.socket !== socket) return
      this.faults.push(`${id}: its connection was ended, ${code} ${reason}`)
      this.connect()
    })
  }

  disconnect(): void {
    this.isWanted = false
    this.socket?.close()
  }

  /** Says something, in its turn and not before `dueAt`. The payload is made when it is said. */
  say(
    action: string,
    payload: () => object,
    more: { dueAt?: number; isTwice?: boolean; isFirst?: boolean; answered?: Call['answered'] } = {},
  ): void {
    const call = { action, payload, dueAt: more.dueAt ?? 0, answered: more.answered, isTwice: more.isTwice ?? false }
    if (more.isFirst) this.queue.unshift(call)
    else this.queue.push(call)
  }

  /** Something that is no call, or no message at all. */
  blurt(text: string | Buffer): void {
    this.socket?.send(text)
  }

  /** Sends what is due: one message after the other, or those of a long queue at once. */
  pump(now: number): void {
    const isBehind = this.queue.length > AT_ONCE / 2
    while (this.isOpen && (this.waiting.size === 0 || (isBehind && this.waiting.size < AT_ONCE))) {
      const next = this.queue[0]
      if (!next || next.dueAt > now) return
      this.queue.shift()
      this.send(next, now)
      // What follows a transaction's begin needs its number.
      if (next.answered) return
    }
  }

  private send(call: Call, now: number): void {
    this.sent += 1
    const number = `n${this.sent}`
    const frame = JSON.stringify([2, number, call.action, call.payload()])
    const slow = setTimeout(() => this.settle(number, null, `${call.action} was not answered`), PATIENCE_MS)
    this.waiting.set(number, (answer) => {
      clearTimeout(slow)
      if (answer) call.answered?.(answer)
      else if (!this.isOpen) this.queue.unshift(call)
      setImmediate(() => this.pump(now))
    })
    this.socket?.send(frame)
    if (call.isTwice) this.socket?.send(frame)
  }

  private hear(text: string): void {
    const [type, id, third, fourth] = JSON.parse(text) as [number, string, unknown, Payload]
    if (type === 3) this.settle(id, third as Payload)
    else if (type === 4) {
      const isOurs = /InternalError|GenericError/.test(String(third))
      this.settle(id, {}, isOurs ? `answered with ${third}: ${JSON.stringify(fourth)}` : undefined)
    } else {
      const answer = this.options.answer(String(third), fourth ?? {})
      this.socket?.send(JSON.stringify(answer ? [3, id, answer] : [4, id, 'NotImplemented', '', {}]))
    }
  }

  private settle(number: string, answer: Payload | null, fault?: string): void {
    if (fault) this.faults.push(`${this.options.id}: ${fault}`)
    const settle = this.waiting.get(number)
    this.waiting.delete(number)
    settle?.(answer)
  }
}
