import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import WebSocket from 'ws'
import { call, makeLocation, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'

export type Knock = {
  password?: string | Buffer | null
  protocols?: string[]
  /** The whole of the path, as it is sent. */
  path?: string
  /** A loopback address to come from: failures are counted by address. */
  from?: string
  url?: string
}

export type RegisteredStation = { id: string; locationUid: string; password: string }

/** A new station with a password at a location (a new one unless given). */
export async function makeStation(
  attributes: Record<string, unknown> = {},
  id = unique('CP'),
): Promise<RegisteredStation> {
  const locationUid = (attributes.locationUid as string | undefined) ?? (await makeLocation())
  await call('PUT', `/stations/${encodeURIComponent(id)}`, { body: { ...attributes, locationUid } })
  const { body } = await call('POST', `/stations/${encodeURIComponent(id)}/password`)
  return { id, locationUid, password: body.password }
}

function open(id: string, { password = null, protocols = ['ocpp1.6'], path, from, url }: Knock): WebSocket {
  const base = (url ?? given('apiUrl')).replace(/^http/, 'ws')
  const headers: Record<string, string> = {}
  if (password !== null)
    headers.authorization = `Basic ${Buffer.concat([Buffer.from(`${id}:`), Buffer.from(password)]).toString('base64')}`
  const target = `${base}${path ?? `/ocpp/${encodeURIComponent(id)}`}`
  return new WebSocket(target, protocols, { headers, localAddress: from, perMessageDeflate: false })
}

/** The status with which a station is refused, and the headers of that answer; 101 when it is let in. */
export async function knock(
  id: string,
  how: Knock,
): Promise<{ status: number; headers: Record<string, unknown>; protocol?: string }> {
  const socket = open(id, how)
  return new Promise((fulfil, reject) => {
    socket.on('open', () => {
      fulfil({ status: 101, headers: {}, protocol: socket.protocol })
      socket.close()
    })
    socket.on('unexpected-response', (request, response) => {
      fulfil({ status: response.statusCode ?? 0, headers: response.headers })
      request.destroy()
    })
    socket.on('error', reject)
  })
}

/** The status that an upgrade is answered with whose request line holds this target, whatever it is. */
export async function upgradeStatus(
  target: string,
  { id, password }: Pick<RegisteredStation, 'id' | 'password'>,
): Promise<number | undefined> {
  const headers = {
    ...{ Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' },
    ...{ 'Sec-WebSocket-Key': 'AQIDBAUGBwgJCgsMDQ4PEA==', 'Sec-WebSocket-Protocol': 'ocpp1.6' },
    Authorization: `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`,
  }
  const { hostname, port } = new URL(given('apiUrl'))
  const asked = request({ hostname, port, path: target, headers }).end()
  const [answer, socket] = (await Promise.race([once(asked, 'upgrade'), once(asked, 'response')])) as [
    IncomingMessage,
    Socket?,
  ]
  socket?.destroy()
  answer.resume()
  return answer.statusCode
}

type Frame = [number, string, ...unknown[]]

/** A charging station of a few lines: sends calls, answers ours, and keeps everything that it got. */
export class StationClient {
  readonly received: Frame[] = []
  closed: { code: number; reason: string } | undefined
  /** How it answers our calls, by action; what is not here is answered with an empty payload. */
  answers: Record<string, (payload: Record<string, unknown>) => object | undefined> = {}
  private count = 0
  private waiting = new Map<string, (frame: Frame) => void>()

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => this.receive(JSON.parse(String(data))))
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) }
    })
    socket.on('error', () => {})
  }

  static async connect({ id, password }: { id: string; password: string | Buffer }, how: Knock = {}) {
    const socket = open(id, { password, ...how })
    const client = new StationClient(socket)
    await once(socket, 'open')
    return client
  }

  /** Sends a call and waits for its answer: `[3, id, payload]` or `[4, id, code, description, details]`. */
  async call(action: string, payload: unknown, id = `m${++this.count}`): Promise<Frame> {
    const answered = new Promise<Frame>((fulfil) => this.waiting.set(id, fulfil))
    this.send([2, id, action, payload])
    return answered
  }

  /** The payload of the answer to a call. */
  async ask(action: string, payload: unknown): Promise<Record<string, unknown>> {
    const [type, , answer] = await this.call(action, payload)
    if (type !== 3) throw new Error(`${action} was answered with ${JSON.stringify(answer)}`)
    return answer as Record<string, unknown>
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  async whenClosed(): Promise<{ code: number; reason: string }> {
    if (!this.closed) await once(this.socket, 'close')
    return this.closed ?? { code: 0, reason: '' }
  }

  async close(): Promise<void> {
    this.socket.close()
    await this.whenClosed()
  }

  private receive(frame: Frame): void {
    this.received.push(frame)
    const [type, id, action, payload] = frame
    if (type === 2) {
      const answer = this.answers[String(action)]?.((payload ?? {}) as Record<string, unknown>) ?? {}
      this.send([3, id, answer])
      return
    }
    this.waiting.get(id)?.(frame)
    this.waiting.delete(id)
  }
}
