import { WebSocket } from 'ws'

export type OcppProtocol = 'ocpp1.6' | 'ocpp2.0.1'
export type Answerer = (action: string, payload: Record<string, unknown>) => object | null
type Options = {
  url: string
  id: string
  password: string
  protocol: OcppProtocol
  /** Answers a call of the central system; null: it is not implemented. */
  onCall: Answerer
  onOpen: () => void
  /** What goes wrong here; the connection goes on. */
  onFault?: (error: unknown) => void
}

const AGAIN_MS = 1_000
const MOST_AGAIN_MS = 20_000
const ANSWER_MS = 30_000

/** The connection of a simulated charging station: it comes back by itself, later each time and never all at once. */
export class OcppClient {
  private socket: WebSocket | undefined
  private readonly waiting = new Map<string, (payload: Record<string, unknown> | null) => void>()
  private count = 0
  private attempts = 0
  private isWanted = false

  constructor(private readonly options: Options) {}

  connect(): void {
    this.isWanted = true
    const { url, id, password, protocol, onOpen } = this.options
    const authorization = `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`
    const address = `${url.replace(/^http/, 'ws').replace(/\/+$/, '')}/ocpp/${encodeURIComponent(id)}`
    const socket = new WebSocket(address, [protocol], { headers: { authorization }, perMessageDeflate: false })
    this.socket = socket
    socket.on('open', () => {
      this.attempts = 0
      onOpen()
    })
    socket.on('message', (data) => {
      try {
        this.receive(String(data))
      } catch (error) {
        this.options.onFault?.(error)
      }
    })
    // Refused, it stays away: its identity or password is not known any more.
    socket.on('error', ({ message }) => {
      if (/\b401$/.test(message)) this.isWanted = false
    })
    socket.on('close', () => this.lost(socket))
  }

  disconnect(): void {
    this.isWanted = false
    this.socket?.close()
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN
  }

  /** Tells the central system something. @returns its answer; null when none came */
  call(action: string, payload: object): Promise<Record<string, unknown> | null> {
    const { socket } = this
    if (!socket || !this.isOpen) return Promise.resolve(null)
    this.count += 1
    const id = `s${this.count}`
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(id, null), ANSWER_MS)
      this.waiting.set(id, (answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
      socket.send(JSON.stringify([2, id, action, payload]))
    })
  }

  private receive(text: string): void {
    const [type, id, third, fourth] = JSON.parse(text) as [number, string, unknown, Record<string, unknown>]
    if (type === 3) this.settle(id, third as Record<string, unknown>)
    else if (type === 4) this.settle(id, null)
    else {
      const answer = this.options.onCall(String(third), fourth ?? {})
      const frame = answer ? [3, id, answer] : [4, id, 'NotImplemented', `${third} is not simulated.`, {}]
      this.socket?.send(JSON.stringify(frame))
    }
  }

  private settle(id: string, payload: Record<string, unknown> | null): void {
    this.waiting.get(id)?.(payload)
    this.waiting.delete(id)
  }

  private lost(socket: WebSocket): void {
    if (this.socket !== socket) return
    for (const id of [...this.waiting.keys()]) this.settle(id, null)
    if (!this.isWanted) return
    this.attempts += 1
    const wait = Math.min(MOST_AGAIN_MS, AGAIN_MS * 2 ** this.attempts) * (0.5 + Math.random())
    setTimeout(() => this.isWanted && this.socket === socket && this.connect(), wait)
  }
}
