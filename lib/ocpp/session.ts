import type { Database } from '@/lib/db/client'
import { log } from '@/lib/log'
import type { Question } from '@/lib/ocpp/mapping/handlers'
import { mapMessage, tokensIn } from '@/lib/ocpp/mapping/map-message'
import type { Protocol } from '@/lib/ocpp/socket/frame'
import type { Answer, InboundCall, Outcome, StationSocket } from '@/lib/ocpp/socket/station-socket'
import { identify } from '@/lib/ocpp/store/identify'
import type { Recorder } from '@/lib/ocpp/store/recorder'
import type { Abilities, StationState } from '@/lib/stations/station-state'

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
      db: Database
      recorder: Recorder
      onReplaced: () => void
      onQuestion: (question: Question) => void
    },
  ) {}

  socket: StationSocket | undefined

  /** What the station said that it can do; it is stored with its next message. */
  abilities: Abilities | undefined

  get state(): StationState {
    return this.current
  }

  async answer({ id, action, payload }: InboundCall): Promise<Answer> {
    const { id: stationId, connectionId, locationUid, evses, protocol } = this.station
    const identities = await identify(this.tools.db, tokensIn(payload))
    const message = { stationId, locationUid, action, payload, messageId: String(id), evses, identities }
    const mapped = mapMessage(protocol, this.current, { ...message, receivedAt: Date.now() })
    const { events, claims } = mapped
    const state = { ...mapped.state, ...(this.abilities && { abilities: this.abilities }) }
    const result = await this.tools.recorder.write({ stationId, connectionId, locationUid, state, events, claims })
    if (result === 'replaced') this.tools.onReplaced()
    else this.current = state
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
