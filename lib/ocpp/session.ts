import { log } from '@/lib/log'
import type { StrangerClaim } from '@/lib/ocpp/mapping/draft'
import type { Question } from '@/lib/ocpp/mapping/handlers'
import type { SentToken } from '@/lib/ocpp/mapping/id-token'
import { mapMessage, tokensIn } from '@/lib/ocpp/mapping/map-message'
import { isFor } from '@/lib/ocpp/profiles/ceiling'
import type { Order } from '@/lib/ocpp/profiles/control'
import { powerAt } from '@/lib/ocpp/profiles/course'
import type { Protocol } from '@/lib/ocpp/socket/frame'
import type { Answer, InboundCall, Outcome, StationSocket } from '@/lib/ocpp/socket/station-socket'
import type { Recorder } from '@/lib/ocpp/store/recorder'
import type { Abilities, Identity, StationState } from '@/lib/stations/station-state'

/** What a connection belongs to. */
export type ConnectedStation = {
  id: string
  connectionId: string
  locationUid: string
  /** The numbers of the evses that the registry has. */
  evses: readonly number[]
  protocol: Protocol
}

/**
 * One connected station: its state from message to message, and the way to ask it something. The socket hands it one
 * message at a time; the state moves on only when what the message says is stored.
 */
export class StationSession {
  constructor(
    readonly station: ConnectedStation,
    private current: StationState,
    private readonly tools: {
      /** Which of a message's tokens mean a vehicle, by token. */
      identify: (tokens: readonly SentToken[]) => Promise<ReadonlyMap<string, Identity>>
      recorder: Recorder
      onReplaced: () => void
      onQuestion: (question: Question) => void
      /** A message is stored: what it has changed, from the state before it to the one after. */
      onStored: (before: StationState, after: StationState) => void
    },
  ) {}

  socket: StationSocket | undefined

  /** Settles when a station that has just booted has been asked what it can do. */
  asked: Promise<void> | undefined

  /** What the station said that it can do; it is stored with its next message. */
  abilities: Abilities | undefined

  /** What each evse has accepted to draw at most, by its number, and what holds after it. */
  readonly told = new Map<string, Order>()

  /** What an evse was told to draw at most now; undefined: nothing in this connection and transaction, or it has ended. */
  toldKw(evseId: string): number | undefined {
    const told = this.told.get(evseId)
    const now = Date.now()
    if (!told || !isFor(told, this.current.evses[evseId]?.transaction?.id)) return undefined
    return now < (told.until ?? Number.POSITIVE_INFINITY) ? powerAt(told.course, now) : undefined
  }

  get state(): StationState {
    return this.current
  }

  /**
   * A person has said which vehicle stands at an evse since `plugged` (epoch ms); what was reported of it is stored with
   * what comes next.
   */
  identify(evseId: number, identity: Identity, plugged: number): void {
    this.identified.set(evseId, { identity, plugged })
  }

  private readonly identified = new Map<number, { identity: Identity; plugged: number }>()

  /** The state with the vehicles that were named by hand, and what is theirs of what was reported before. */
  private takeIdentified(): { state: StationState; claims: StrangerClaim[] } {
    const claims: StrangerClaim[] = []
    if (this.identified.size === 0) return { state: this.current, claims }
    const state = structuredClone(this.current)
    for (const [evseId, { identity, plugged }] of this.identified) {
      const evse = state.evses[evseId]
      const from = evse?.pluggedAt ?? evse?.transaction?.startedAt
      if (!evse || from === undefined || from > plugged) continue
      const toldMac = evse.identity?.macAddress
      evse.identity = identity
      evse.toldMac = toldMac
      for (const each of state.recent) if (each.id === evse.transaction?.id) each.identity = identity
      claims.push({ evseId, from, toldMac, identity })
    }
    this.identified.clear()
    return { state, claims }
  }

  /** From when on the connection stands and all that came over it was stored: what fails is kept back and comes again. */
  private servedSince = Date.now()

  async answer(call: InboundCall): Promise<Answer> {
    try {
      return await this.take(call)
    } catch (error) {
      this.servedSince = Date.now()
      throw error
    }
  }

  private async take({ id, action, payload }: InboundCall): Promise<Answer> {
    const { id: stationId, connectionId, locationUid, evses, protocol } = this.station
    const identities = await this.tools.identify(tokensIn(payload))
    const { servedSince } = this
    const message = { stationId, locationUid, action, payload, messageId: String(id), evses, identities, servedSince }
    const named = this.takeIdentified()
    const mapped = mapMessage(protocol, named.state, { ...message, receivedAt: Date.now() })
    const { events } = mapped
    const claims = [...named.claims, ...mapped.claims]
    const state = { ...mapped.state, ...(this.abilities && { abilities: this.abilities }) }
    const result = await this.tools.recorder.write({ stationId, connectionId, locationUid, state, events, claims })
    if (result === 'replaced') this.tools.onReplaced()
    else {
      const before = this.current
      this.current = state
      this.tools.onStored(before, state)
    }
    if (mapped.ask) this.tools.onQuestion(mapped.ask)
    return mapped.answer
  }

  /** Asks the station; a socket that has gone is an outcome too. */
  async call(action: string, payload: object): Promise<Outcome> {
    if (!this.socket) return { kind: 'failed', reason: 'connection ended' }
    const outcome = await this.socket.call(action, payload)
    if (outcome.kind !== 'answer') log.info({ station: this.station.id, action, outcome }, 'a station did not agree')
    return outcome
  }
}
