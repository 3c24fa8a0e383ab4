import { toTimestamp } from '@/lib/contract/timestamp'
import type { Draft } from '@/lib/ocpp/mapping/draft'
import type { Handlers } from '@/lib/ocpp/mapping/handlers'
import { measuredIn, newestIn, SampledValues } from '@/lib/ocpp/mapping/reading'
import { evseOf, likelyEvse, type Spot } from '@/lib/ocpp/mapping/spot'
import { beginTransaction, endTransaction, noteReading } from '@/lib/ocpp/mapping/transactions'
import { leave, noteStatus, plugIn, unplug } from '@/lib/ocpp/mapping/visits'
import { fields, instant, list, number, text, whole } from '@/lib/ocpp/read/tolerant'

// OCPP 1.6 JSON. Its connector n is our evse n, connector 1; connector 0 is the station itself.

const HEARTBEAT_SECONDS = 300

const Boot = fields({
  chargePointVendor: text,
  chargePointModel: text,
  chargePointSerialNumber: text,
  chargeBoxSerialNumber: text,
  firmwareVersion: text,
})
const Status = fields({
  connectorId: whole,
  status: text,
  errorCode: text,
  info: text,
  vendorErrorCode: text,
  timestamp: instant,
})
const Start = fields({ connectorId: whole, idTag: text, meterStart: number, timestamp: instant })
const meterValue = list(fields({ timestamp: instant, sampledValue: SampledValues }))
/** Ours count from 1: 0 is what stations say that were not told theirs. */
const transaction = whole.transform((id) => (id ? String(id) : undefined))
const Meter = fields({ connectorId: whole, transactionId: transaction, meterValue })
const Stop = fields({
  transactionId: transaction,
  meterStop: number,
  timestamp: instant,
  reason: text,
  transactionData: meterValue,
})

/** A vehicle is plugged in where its connector has one of these statuses. */
const PLUGGED = /^(preparing|charging|suspendedev|suspendedevse|finishing|occupied)$/i
const FREE = /^available$/i
const accepted = { idTagInfo: { status: 'Accepted' } }

export const V16: Handlers = {
  Authorize: () => ({ payload: accepted }),

  BootNotification: (draft) => {
    const said = Boot.parse(draft.message.payload)
    Object.assign(draft.state, {
      vendor: said.chargePointVendor,
      model: said.chargePointModel,
      serialNumber: said.chargePointSerialNumber ?? said.chargeBoxSerialNumber,
      firmwareVersion: said.firmwareVersion,
    })
    const currentTime = toTimestamp(draft.message.receivedAt)
    return { payload: { status: 'Accepted', currentTime, interval: HEARTBEAT_SECONDS }, ask: 'abilities' }
  },

  Heartbeat: (draft) => ({ payload: { currentTime: toTimestamp(draft.message.receivedAt) } }),

  StatusNotification: (draft) => {
    const { connectorId = 0, status = 'Unknown', errorCode, info, vendorErrorCode, timestamp } = parsed(draft, Status)
    const time = draft.timeOf(timestamp?.ms, { isFresh: true, isStatus: true })
    const words = [info, vendorErrorCode].filter(Boolean).join(', ') || undefined
    if (connectorId === 0) {
      const before = draft.state.station
      const at = before?.status === status && before.errorCode === errorCode ? before.at : time.at
      if ((before?.saidAt ?? 0) <= time.at)
        draft.state.station = { status, errorCode, text: words, at, saidAt: time.at }
      return { payload: {} }
    }
    const spot = { evseId: connectorId, connectorId: 1 }
    if (PLUGGED.test(status)) plugIn(draft, spot, time.at)
    noteStatus(draft, spot, { status, errorCode, text: words, time })
    if (FREE.test(status)) unplug(draft, spot, time)
    return { payload: {} }
  },

  StartTransaction: (draft) => {
    const { connectorId, idTag, meterStart, timestamp } = parsed(draft, Start)
    const spot = spotOf(draft, connectorId) ?? { evseId: draft.message.evses[0] ?? 1, connectorId: 1 }
    const time = draft.timeOf(timestamp?.ms, { isFresh: true })
    const key = JSON.stringify([spot.evseId, timestamp?.raw ?? null, idTag ?? null, meterStart ?? null])
    const id = transactionIdOf(draft, key, time.at, timestamp === undefined)
    beginTransaction(draft, spot, {
      ...{ key, id: String(id), time, token: idTag },
      meterKwh: meterStart === undefined ? undefined : meterStart / 1000,
      identity: idTag === undefined ? undefined : draft.message.identities.get(idTag),
    })
    return { payload: { ...accepted, transactionId: id } }
  },

  MeterValues: (draft) => {
    const { connectorId, transactionId, meterValue: values } = parsed(draft, Meter)
    // Connector 0 is the station's own meter: what it counts has no vehicle.
    if (connectorId === 0) return { payload: {} }
    const spot = spotOf(draft, connectorId, transactionId)
    if (spot) readMeter(draft, spot, values, { transactionId })
    return { payload: {} }
  },

  StopTransaction: (draft) => {
    const { transactionId: id, meterStop, timestamp, reason, transactionData } = parsed(draft, Stop)
    const time = draft.timeOf(timestamp?.ms, { isFresh: true })
    const spot = spotOf(draft, undefined, id)
    if (!spot) return { payload: accepted }
    readMeter(draft, spot, transactionData, { transactionId: id, isPast: true })
    const meterKwh = meterStop === undefined ? undefined : meterStop / 1000
    endTransaction(draft, spot, { id, time, meterKwh, reason })
    if (/^evdisconnected$/i.test(reason ?? '')) leave(draft, spot, id, time)
    return { payload: accepted }
  },

  DataTransfer: () => ({ payload: { status: 'UnknownVendorId' } }),
  DiagnosticsStatusNotification: () => ({ payload: {} }),
  FirmwareStatusNotification: () => ({ payload: {} }),
}

function parsed<T>(draft: Draft, schema: { parse: (value: unknown) => T }): T {
  return schema.parse(draft.message.payload)
}

function readMeter(
  draft: Draft,
  spot: Spot,
  values: readonly { timestamp?: { ms: number }; sampledValue: Parameters<typeof measuredIn>[0] }[],
  { transactionId, isPast = false }: { transactionId?: string; isPast?: boolean },
): void {
  if (!isPast) draft.timeOf(newestIn(values), { isFresh: true, isMeter: true })
  for (const { timestamp, sampledValue } of values) {
    const measured = measuredIn(sampledValue)
    if (Object.keys(measured).length === 0) continue
    const time = draft.timeOf(timestamp?.ms, { isFresh: false })
    noteReading(draft, spot, { measured, time, transactionId, isKept: isPast })
  }
}

/** Where a message belongs: the connector that it names, else the likely one; undefined: none is. */
function spotOf(draft: Draft, connectorId: number | undefined, transactionId?: string): Spot | undefined {
  const evseId = connectorId || likelyEvse(draft, transactionId)
  if (evseId === undefined) return undefined
  evseOf(draft, evseId)
  return { evseId, connectorId: 1 }
}

/**
 * The id of a transaction: the one that it got when it was told before, else a new one. Without a time, what is told
 * again after its end is another one. An id that a station used before it knew ours is not given to what came later.
 */
function transactionIdOf({ state }: Draft, key: string, at: number, isTimeless: boolean): number {
  const known = state.recent.findLast((each) => each.key === key)
  if (known && !(isTimeless && known.ended)) return Number(known.id)
  const isTaken = (id: number) => state.recent.some((each) => each.id === String(id) && each.startedAt < at)
  do state.lastTransaction += 1
  while (isTaken(state.lastTransaction))
  return state.lastTransaction
}
