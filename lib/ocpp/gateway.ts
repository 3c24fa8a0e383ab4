import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { peerAddress } from '@/lib/auth/client-address'
import { type Connection, connect } from '@/lib/db/client'
import { listen } from '@/lib/db/listen'
import { refusalOf } from '@/lib/errors'
import { log } from '@/lib/log'
import { countMessage, setConnections } from '@/lib/metrics/gateway-metrics'
import { askAfterBoot } from '@/lib/ocpp/calls/ask-after-boot'
import { CommandSender } from '@/lib/ocpp/command-sender'
import { passwordOf } from '@/lib/ocpp/door/credentials'
import { refuseUpgrade } from '@/lib/ocpp/door/refuse-upgrade'
import { stationIdOf } from '@/lib/ocpp/door/station-path'
import { isOtherClock } from '@/lib/ocpp/profiles/profile-call'
import { disconnected, doubted, mistimed } from '@/lib/ocpp/profiles/settle'
import { type ConnectedStation, StationSession } from '@/lib/ocpp/session'
import { PROTOCOLS, type Protocol } from '@/lib/ocpp/socket/frame'
import { StationSocket } from '@/lib/ocpp/socket/station-socket'
import { isMove } from '@/lib/ocpp/steering/is-move'
import { Steering } from '@/lib/ocpp/steering/steering'
import {
  type ConnectionClaim,
  type HeldConnection,
  listReplaced,
  noteInstance,
  removeInstance,
} from '@/lib/ocpp/store/connections'
import { ControlWriter } from '@/lib/ocpp/store/controls'
import { MessageLog, removeOldMessages } from '@/lib/ocpp/store/message-log'
import { Recorder } from '@/lib/ocpp/store/recorder'
import { Rounds } from '@/lib/ocpp/store/rounds'
import { PLANNED_CHANNEL } from '@/lib/planning/notices'
import { expireCommands } from '@/lib/stations/create-station-command'
import { STATION_CHANNELS } from '@/lib/stations/notices'

/**
 * Connections to the database besides the API's own, so that a thousand stations that come back do not starve it. A depot
 * whose rows are held keeps up to four of them waiting: one each for its messages, profiles, and connections that begin and end.
 */
const POOL = 8
const NOTE_EVERY_MS = 10_000
const TIDY_EVERY_MS = 3_600_000
/** What time alone changes, and notices that were lost. */
const STEER_EVERY_MS = 5_000
const TIDY_PAUSE_MS = 200
const DRAIN_MS = 1_500
const CLOSE_GRACE_MS = 2_000
/** Above what a frame may have, so that a longer one can be answered with a reason before it is cut off. */
const MOST_RECEIVED_BYTES = 256 * 1024

/** A station that is let in. `depot`: where it was when it knocked. */
type Coming = { id: string; depot: string; protocol: Protocol }

type Held = { session: StationSession; socket: StationSocket; claim: ConnectionClaim }

/** A connection that has ended, with its station. */
type Ended = { claim: ConnectionClaim; station: Pick<ConnectedStation, 'id' | 'locationUid'> }

/**
 * The OCPP gateway of this process: takes WebSocket upgrades at `/ocpp/{stationId}`, lets in who may, and holds their
 * connections. Any number of processes may run it on one database: the last connection of an identity counts.
 */
export class Gateway {
  private readonly instanceId = randomUUID()
  private readonly held = new Map<string, Held>()
  /** Connections whose end could not be written down: else their stations are shown as connected until they come back. */
  private readonly unreleased = new Set<Ended>()
  private readonly connection: Connection
  private readonly server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MOST_RECEIVED_BYTES,
    handleProtocols: (offered) => protocolOf([...offered]) ?? false,
  })
  private readonly rounds: Rounds
  private readonly recorder: Recorder
  private readonly controls: ControlWriter
  private readonly messages: MessageLog
  private readonly steering: Steering
  private readonly commands: CommandSender
  private readonly listening
  private readonly timers: NodeJS.Timeout[]
  private closing = false

  constructor(databaseUrl: string) {
    this.connection = connect(databaseUrl, { max: POOL })
    const { db } = this.connection
    this.rounds = new Rounds(db)
    this.recorder = new Recorder(db)
    this.controls = new ControlWriter(db)
    this.messages = new MessageLog(db, (err) => log.warn({ err }, 'raw messages wait to be written'))
    const held = (stationId: string) => this.held.get(stationId)?.session
    this.commands = new CommandSender(db, held, (work) => this.inBackground(work))
    this.steering = new Steering(db, this.controls, held, (err) =>
      log.warn({ err }, 'profiles could not be sent; they are tried again'),
    )
    this.listening = listen(databaseUrl, [...Object.values(STATION_CHANNELS), PLANNED_CHANNEL], {
      onNotice: (channel, about) => this.notice(channel, about),
      onListen: () => this.inBackground(this.resync()),
    })
    this.inBackground(noteInstance(db, this.instanceId, Date.now()))
    this.timers = [
      setInterval(() => this.inBackground(this.noteAndResync()), NOTE_EVERY_MS),
      setInterval(() => this.inBackground(this.tidy()), TIDY_EVERY_MS),
      setInterval(() => this.steerAll(), STEER_EVERY_MS),
    ]
  }

  /**
   * Answers an upgrade request of the gateway's path; never throws.
   * @param path that of the request line, which may hold the whole URL
   */
  handleUpgrade(path: string, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => {})
    this.knock(path, incoming, socket, head).catch((err) => {
      const refusal = refusalOf(err)
      const isThere = !hasLeft(socket)
      if (isThere || refusal?.code !== 'unavailable') log.error({ err }, 'a station could not be let in')
      if (!isThere) return void socket.destroy()
      const reason = refusal?.message ?? 'The database cannot be reached just now.'
      refuseUpgrade(socket, 503, reason, { 'Retry-After': '10' })
    })
  }

  /** Sends all stations elsewhere: they come back to a process that stays. */
  async close(): Promise<void> {
    this.closing = true
    this.steering.close()
    for (const timer of this.timers) clearInterval(timer)
    const released = [...this.held.values()].map(({ session, socket, claim }) => {
      socket.close(ENDS.restart.code, ENDS.restart.reason)
      return this.rounds.release(claim, session.station.locationUid)
    })
    await Promise.race([Promise.allSettled(released), pause(DRAIN_MS)])
    await Promise.race([
      Promise.allSettled([
        removeInstance(this.connection.db, this.instanceId),
        this.messages.flush(),
        this.listening.close(),
      ]),
      pause(DRAIN_MS),
    ])
    await this.connection.close()
  }

  private async knock(path: string, incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (this.closing) return refuseUpgrade(socket, 503, STOPPING, { 'Retry-After': '1' })
    const found = stationIdOf(path)
    if (found === 'malformed') return refuseUpgrade(socket, 400, 'The path has a broken % escape.')
    const protocol = protocolOf(offeredBy(incoming))
    if (!protocol)
      return refuseUpgrade(socket, 400, `Offer one of these WebSocket subprotocols: ${PROTOCOLS.join(', ')}.`)
    if (found === 'no identity') return refuseUpgrade(socket, 401, 'This is no identity that a station can have.')
    const { authorization, 'x-forwarded-for': forwarded } = incoming.headers
    const address = peerAddress({
      remoteAddress: incoming.socket.remoteAddress,
      forwardedFor: Array.isArray(forwarded) ? forwarded.at(-1) : forwarded,
    })
    const password = passwordOf(authorization, found.id)
    const verdict = await this.rounds.admit({ stationId: found.id, address, password }, () => !hasLeft(socket))
    if (!verdict.admitted) {
      log.info({ station: found.id, address, reason: verdict.reason }, 'a station was refused')
      const wait = verdict.retryAfterMs && { 'Retry-After': String(Math.ceil(verdict.retryAfterMs / 1000)) }
      return refuseUpgrade(socket, verdict.status, verdict.reason, wait || undefined)
    }
    if (hasLeft(socket)) return void socket.destroy()
    if (this.closing) return refuseUpgrade(socket, 503, STOPPING, { 'Retry-After': '1' })
    const depot = verdict.locationUid ?? ''
    this.server.handleUpgrade(incoming, socket, head, (opened) => this.open({ id: found.id, depot, protocol }, opened))
  }

  private open(coming: Coming, opened: WebSocket): void {
    // What the station sends before its state is loaded waits in the socket; it may break meanwhile.
    opened.pause()
    opened.on('error', () => {})
    this.begin(coming, opened).catch((err) => {
      log.error({ err, station: coming.id }, 'a connection could not be begun')
      opened.terminate()
    })
  }

  private async begin({ id: stationId, depot, protocol }: Coming, opened: WebSocket): Promise<void> {
    const claim = { id: randomUUID(), instanceId: this.instanceId, stationId, protocol }
    const claimed = await this.rounds.claim(claim, depot)
    // A socket that has closed meanwhile said so to nobody.
    if (!claimed || this.closing || opened.readyState !== WebSocket.OPEN) {
      closeUnused(opened, this.closing ? ENDS.restart : ENDS.replaced)
      if (claimed) this.inBackground(this.release({ claim, station: { id: stationId, locationUid: depot } }))
      return
    }
    const { locationUid, state } = claimed
    const evses = claimed.evses.map(({ evseId }) => evseId)
    const station = { id: stationId, connectionId: claim.id, locationUid, evses, protocol }
    const session: StationSession = new StationSession(station, state, {
      identify: (tokens) => this.rounds.identify(tokens),
      ...{ recorder: this.recorder, onReplaced: () => this.end(stationId, claim.id, REPLACED) },
      onQuestion: () => {
        session.asked = this.askAfterBoot(session).catch((err) => log.warn({ err }, 'a station could not be asked'))
      },
      onStored: (before, after) => {
        if (isOtherClock(before.clock, after.clock)) this.inBackground(this.tellAgain(session))
        else if (isMove(before, after, (evseId) => session.toldKw(evseId))) this.steering.wake(locationUid)
      },
    })
    const socket = new StationSocket(opened, protocol, {
      answer: (call) => session.answer(call),
      log: (message) => {
        this.messages.add(stationId, message, Date.now())
        countMessage(message)
      },
      closed: () => this.forget(session, claim),
      failed: (err, call) => log.error({ err, station: stationId, action: call.action }, 'a message was not stored'),
    })
    session.socket = socket
    this.end(stationId, null, REPLACED)
    this.held.set(stationId, { session, socket, claim })
    setConnections(this.held.size)
    log.info({ station: stationId, protocol }, 'a station has connected')
    opened.resume()
    this.steering.wake(locationUid)
  }

  /** Ends the connection of a station, if it is this one (null: whichever it is). */
  private end(stationId: string, connectionId: string | null, reason: string): void {
    const held = this.held.get(stationId)
    if (!held || (connectionId !== null && held.claim.id !== connectionId)) return
    this.held.delete(stationId)
    held.socket.close(1008, reason)
  }

  private forget({ station }: StationSession, claim: ConnectionClaim): void {
    const { id } = station
    if (this.held.get(id)?.claim.id === claim.id) this.held.delete(id)
    setConnections(this.held.size)
    log.info({ station: id }, 'the connection of a station has ended')
    if (!this.closing) this.inBackground(this.release({ claim, station }))
  }

  /** Writes down that a connection has ended; what fails is tried again with the next look at what was missed. */
  private async release(ended: Ended): Promise<void> {
    const { claim, station } = ended
    try {
      const isGone = await this.rounds.release(claim, station.locationUid)
      if (!isGone || this.held.has(station.id)) return
      await this.controls.change(station, (control) => ({ control: disconnected(control), result: true }))
    } catch (error) {
      this.unreleased.add(ended)
      throw error
    }
    this.steering.wake(station.locationUid)
  }

  private releaseAgain(): void {
    for (const ended of this.unreleased) this.inBackground(this.release(ended))
    this.unreleased.clear()
  }

  /** What was told may not hold as it was meant. */
  private async tellAgain({ station }: StationSession): Promise<void> {
    await this.controls.change(station, (control) => ({ control: mistimed(control), result: true }))
    this.steering.wake(station.locationUid)
  }

  private async askAfterBoot(session: StationSession): Promise<void> {
    const { id, protocol, evses, locationUid } = session.station
    await this.controls.change(session.station, (control) => ({ control: doubted(control), result: true }))
    const numbers = [...new Set([...evses, ...Object.keys(session.state.evses).map(Number)])]
    const abilities = await askAfterBoot(protocol, numbers, (action, payload) => session.call(action, payload))
    if (abilities) session.abilities = abilities
    this.inBackground(this.commands.send([id]))
    this.steering.wake(locationUid)
  }

  private steerAll(): void {
    for (const { session } of this.held.values()) this.steering.wake(session.station.locationUid)
  }

  /** @param about a station's id, or the uid of a location whose plans were stored */
  private notice(channel: string, about: string): void {
    if (channel === PLANNED_CHANNEL) {
      const isHere = [...this.held.values()].some(({ session }) => session.station.locationUid === about)
      if (isHere) this.steering.wake(about)
      return
    }
    const held = this.held.get(about)
    if (!held) return
    if (channel === STATION_CHANNELS.connection)
      this.inBackground(this.endReplaced(new Map([[about, connectionOf(held)]])))
    else if (channel === STATION_CHANNELS.order) this.steering.send(about)
    else this.inBackground(this.commands.send([about]))
  }

  private async noteAndResync(): Promise<void> {
    await noteInstance(this.connection.db, this.instanceId, Date.now())
    this.releaseAgain()
    await this.resync()
  }

  /** Notices may be lost: the rows say what they said. */
  private async resync(): Promise<void> {
    await this.endReplaced(new Map([...this.held].map(([stationId, held]) => [stationId, connectionOf(held)])))
    await this.commands.send([...this.held.keys()])
    await expireCommands(this.connection.db, Date.now())
  }

  private async endReplaced(connections: ReadonlyMap<string, HeldConnection>): Promise<void> {
    for (const stationId of await listReplaced(this.connection.db, connections))
      this.end(stationId, connections.get(stationId)?.connectionId ?? null, REPLACED)
  }

  private async tidy(): Promise<void> {
    while ((await removeOldMessages(this.connection.db, Date.now())) > 0) await pause(TIDY_PAUSE_MS)
  }

  private inBackground(work: Promise<unknown>): void {
    work.catch((err) => log.warn({ err }, 'the gateway will try again'))
  }
}

function connectionOf({ claim, session }: Held): HeldConnection {
  return { connectionId: claim.id, locationUid: session.station.locationUid }
}

const STOPPING = 'This server is about to stop.'
const REPLACED = 'Another connection of this identity has taken over, or the station was deleted or moved.'

type End = { code: number; reason: string }
const ENDS = {
  replaced: { code: 1008, reason: REPLACED },
  restart: { code: 1012, reason: 'This server restarts. Connect again.' },
} satisfies Record<string, End>

/** A client that closes in order leaves its socket half open. */
function hasLeft(socket: Duplex): boolean {
  return socket.destroyed || socket.readableEnded
}

/** Closes a socket that was paused and is not used. What it sends is read and dropped: else its own close is not seen. */
function closeUnused(opened: WebSocket, { code, reason }: End): void {
  opened.resume()
  opened.close(code, reason)
  setTimeout(() => opened.terminate(), CLOSE_GRACE_MS).unref()
}

function offeredBy({ headers }: IncomingMessage): string[] {
  return (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
}

function protocolOf(offered: readonly string[]): Protocol | undefined {
  return PROTOCOLS.find((protocol) => offered.includes(protocol))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
