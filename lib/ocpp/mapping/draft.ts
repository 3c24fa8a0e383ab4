import { createHash } from 'node:crypto'
import { toTimestamp } from '@/lib/contract/timestamp'
import { type OurTime, ourTime, withSample } from '@/lib/ocpp/mapping/clock'
import { sentNow } from '@/lib/ocpp/mapping/live'
import { OLD_MS } from '@/lib/ocpp/mapping/offsets'
import { clean } from '@/lib/ocpp/read/clean'
import type { EvseState, Identity, StationState } from '@/lib/stations/station-state'

/** A charging event as `POST /charging-events` takes it, with its place. */
export type GatewayEvent = {
  id: string
  type: 'ev-connected' | 'charging-started' | 'meter' | 'charging-stopped' | 'ev-disconnected' | 'connector-status'
  timestamp: string
  locationUid: string
  stationId: string
  evseId?: string
  connectorId?: string
  transactionId?: string
  macAddress?: string
  vehicleId?: string
  soc?: number
  powerkW?: number
  meterkWh?: number
  reason?: string
  status?: string
  errorCode?: string
}

/**
 * What came in before a vehicle was recognised is this vehicle's: the events of no vehicle at an evse from then on (`to`: until
 * then), and those of a transaction. Epoch ms.
 */
export type StrangerClaim = {
  evseId: number
  from: number
  to?: number
  transactionId?: string
  /** The address that the stranger told, which no vehicle has. */
  toldMac?: string
  identity: Identity
}

/** A message in hand, with all that its mapping may look at: mapping reads no clock and no database. */
export type Message = {
  stationId: string
  locationUid: string
  action: string
  payload: unknown
  messageId: string
  /** Epoch ms of our clock. */
  receivedAt: number
  /** From when on its connection stands and all that came over it was stored; absent: not known. Epoch ms. */
  servedSince?: number
  /** The tokens in it that mean a vehicle: by token as it was sent. */
  identities: ReadonlyMap<string, Identity>
  /** The numbers of the evses that the registry has. */
  evses: readonly number[]
}

/** No message that we understand is deeper. */
const DEEPEST = 12

/** What a message says, as it is put together: the state after it, and what is to be recorded. */
export class Draft {
  readonly state: StationState
  readonly events: GatewayEvent[] = []
  readonly claims: StrangerClaim[] = []
  /** What the message tells of no evse that is known; it is not kept. */
  readonly elsewhere: EvseState = { connectors: {}, past: [] }
  private readonly digest: string
  /** How late the times of this message are, where it was sent when it was written. */
  private late: { byMs: number; isSure: boolean } | undefined

  constructor(
    state: StationState,
    readonly message: Message,
    options: { hasTime: boolean },
  ) {
    this.state = structuredClone(state)
    // A message without a usable time is the same only if its id is; one with a time is, whatever id it comes with.
    const { action, payload, messageId } = message
    const said = JSON.stringify([action, clean(payload, DEEPEST), options.hasTime ? '' : messageId])
    this.digest = createHash('sha256').update(said).digest('base64url').slice(0, 20)
  }

  /**
   * Our time of a station's time, which also tells about its clock unless the message was kept back (`isFresh`: the newest
   * time of the message, which is no part of its past). What is late and was not kept back is of now.
   */
  timeOf(
    stationMs: number | undefined,
    { isFresh, isStatus = false, isMeter }: { isFresh: boolean; isStatus?: boolean; isMeter?: boolean },
  ): OurTime {
    const { receivedAt, servedSince = Number.POSITIVE_INFINITY } = this.message
    if (stationMs !== undefined && isFresh) {
      const sample = { receivedAt, offsetMs: receivedAt - stationMs, isStatus, ...(isMeter && { isMeter }) }
      this.state.clock = withSample(this.state.clock, sample, servedSince)
      const sent = sentNow(this.state.clock, sample, servedSince)
      this.late = sent && { byMs: sample.offsetMs, isSure: sent === 'surely' }
    }
    const time = ourTime(this.state.clock, stationMs, receivedAt)
    if (!this.late || stationMs === undefined || time.isReceipt) return time
    const at = Math.min(receivedAt, stationMs + this.late.byMs)
    return { at, isOld: receivedAt - at > OLD_MS, isReceipt: true, ...(!this.late.isSure && { saidAt: time.at }) }
  }

  /** @param locationUid where it happened, unless where the station is now */
  emit(
    event: Omit<GatewayEvent, 'id' | 'timestamp' | 'locationUid' | 'stationId'>,
    at: number,
    locationUid = this.message.locationUid,
  ): void {
    const { stationId } = this.message
    const id = `${stationId}:${this.digest}:${this.events.length}`
    this.events.push({ id, timestamp: toTimestamp(at), locationUid, stationId, ...withoutUndefined(event) })
  }

  claim(claim: StrangerClaim): void {
    this.claims.push(claim)
  }
}

export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
}
