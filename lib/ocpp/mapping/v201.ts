import { toTimestamp } from '@/lib/contract/timestamp'
import type { OurTime } from '@/lib/ocpp/mapping/clock'
import type { Draft } from '@/lib/ocpp/mapping/draft'
import type { Handlers } from '@/lib/ocpp/mapping/handlers'
import { IdToken, tokensOf } from '@/lib/ocpp/mapping/id-token'
import { measuredIn, newestIn, SampledValues } from '@/lib/ocpp/mapping/reading'
import { evseOf, isKnown, likelyEvse, type Spot } from '@/lib/ocpp/mapping/spot'
import {
  beginTransaction,
  endTransaction,
  forgetReused,
  noteCharging,
  noteReading,
} from '@/lib/ocpp/mapping/transactions'
import { isAtOtherConnector, leave, noteConnector, noteStatus, plugIn, unplug } from '@/lib/ocpp/mapping/visits'
import { fields, flag, instant, list, text, whole } from '@/lib/ocpp/read/tolerant'

// OCPP 2.0.1. Its evse 0 is the station itself.

const HEARTBEAT_SECONDS = 300

const evse = fields({ id: whole, connectorId: whole })
const meterValue = list(fields({ timestamp: instant, sampledValue: SampledValues }))
const Boot = fields({
  chargingStation: fields({ vendorName: text, model: text, serialNumber: text, firmwareVersion: text }),
})
const Status = fields({ evseId: whole, connectorId: whole, connectorStatus: text, timestamp: instant })
const Transaction = fields({
  eventType: text,
  timestamp: instant,
  triggerReason: text,
  offline: flag,
  transactionInfo: fields({ transactionId: text, chargingState: text, stoppedReason: text }),
  idToken: IdToken,
  evse,
  meterValue,
})
const Meter = fields({ evseId: whole, meterValue })
const Monitors = fields({
  eventData: list(
    fields({
      eventId: whole,
      timestamp: instant,
      trigger: text,
      actualValue: text,
      techCode: text,
      techInfo: text,
      cleared: flag,
      component: fields({ name: text, evse }),
      variable: fields({ name: text }),
    }),
  ),
})

const PLUGGED = /^occupied$/i
const FREE = /^available$/i
/** In a transaction, without power so far. */
const WAITING = /^(evconnected|idle|suspendedev|suspendedevse)$/i
const KEPT_ALERTS = 50
const accepted = { idTokenInfo: { status: 'Accepted' } }

export const V201: Handlers = {
  BootNotification: (draft) => {
    const { chargingStation } = Boot.parse(draft.message.payload)
    const { vendorName: vendor, model, serialNumber, firmwareVersion } = chargingStation
    Object.assign(draft.state, { vendor, model, serialNumber, firmwareVersion })
    const currentTime = toTimestamp(draft.message.receivedAt)
    return { payload: { status: 'Accepted', currentTime, interval: HEARTBEAT_SECONDS }, ask: 'abilities' }
  },

  Heartbeat: (draft) => ({ payload: { currentTime: toTimestamp(draft.message.receivedAt) } }),
  Authorize: () => ({ payload: accepted }),

  StatusNotification: (draft) => {
    const { evseId = 0, connectorId = 1, connectorStatus: status = 'Unknown', timestamp } = parsed(draft, Status)
    const time = draft.timeOf(timestamp?.ms, { isFresh: true, isStatus: true })
    if (evseId === 0) {
      draft.state.station = { status, at: time.at, saidAt: time.at }
      return { payload: {} }
    }
    const spot = { evseId, connectorId }
    if (PLUGGED.test(status)) {
      plugIn(draft, spot, time.at)
      noteConnector(draft, spot, time.at)
    }
    noteStatus(draft, spot, { status, time })
    if (FREE.test(status) && !isAtOtherConnector(draft, spot, time.at)) unplug(draft, spot, time)
    return { payload: {} }
  },

  TransactionEvent: (draft) => {
    const said = parsed(draft, Transaction)
    const { eventType = 'Updated', timestamp, offline, transactionInfo, idToken, triggerReason = '' } = said
    const { transactionId: id, chargingState = '', stoppedReason } = transactionInfo
    const answer = { payload: idToken.idToken === undefined ? {} : accepted }
    const spot = spotOf(draft, said.evse, id)
    if (!spot) return answer
    const told = draft.timeOf(timestamp?.ms, { isFresh: !offline })
    const time = { ...told, isOld: told.isOld || offline }
    const identity = tokensOf(idToken).flatMap(({ token }) => draft.message.identities.get(token) ?? [])[0]
    const token = /^(central|noauthorization)$/i.test(idToken.type ?? '') ? undefined : idToken.idToken
    const start = /^started$/i.test(eventType)
    const isEnd = /^ended$/i.test(eventType)
    const key = start && timestamp ? `${id} ${timestamp.raw}` : ''
    if (start && id !== undefined) forgetReused(draft, id, key)
    const isNew = !isKnown(draft, id, spot)
    if (id !== undefined && (start || isNew || identity))
      beginTransaction(draft, spot, {
        ...{ key, id, token, identity, time: start || isNew ? time : startOf(draft, id, time) },
        meterKwh: start ? firstMeter(said.meterValue) : undefined,
        isUnderWay: !start || WAITING.test(chargingState),
      })
    if (
      id !== undefined &&
      !start &&
      /^chargingstatechanged$/i.test(triggerReason) &&
      /^charging$/i.test(chargingState)
    )
      noteCharging(draft, spot, id, time)
    if (said.evse.connectorId !== undefined && !time.isOld) noteConnector(draft, spot, time.at)
    readMeter(draft, spot, said.meterValue, { id, time, offline, isPast: isEnd })
    if (isEnd) endTransaction(draft, spot, { id, time, reason: stoppedReason, meterKwh: lastMeter(said.meterValue) })
    const isGone =
      /^evdisconnected$/i.test(stoppedReason ?? '') ||
      /^evdeparted$/i.test(triggerReason) ||
      (/^evcommunicationlost$/i.test(triggerReason) && /^idle$/i.test(chargingState))
    if (isGone) leave(draft, spot, id, time)
    return answer
  },

  MeterValues: (draft) => {
    const { evseId, meterValue: values } = parsed(draft, Meter)
    if (evseId === 0) return { payload: {} }
    const spot = spotOf(draft, { id: evseId }, undefined)
    if (spot) readMeter(draft, spot, values, { offline: false })
    return { payload: {} }
  },

  NotifyEvent: (draft) => {
    for (const event of parsed(draft, Monitors).eventData) noteAlert(draft, event)
    return { payload: {} }
  },

  NotifyReport: () => ({ payload: {} }),
  NotifyChargingLimit: () => ({ payload: {} }),
  ClearedChargingLimit: () => ({ payload: {} }),
  SecurityEventNotification: () => ({ payload: {} }),
  FirmwareStatusNotification: () => ({ payload: {} }),
  LogStatusNotification: () => ({ payload: {} }),
  NotifyEVChargingNeeds: () => ({ payload: { status: 'Accepted' } }),
  DataTransfer: () => ({ payload: { status: 'UnknownVendorId' } }),
}

function parsed<T>(draft: Draft, schema: { parse: (value: unknown) => T }): T {
  return schema.parse(draft.message.payload)
}

/** When a transaction began, for what is told of it later. */
function startOf({ state }: Draft, id: string, time: OurTime): OurTime {
  return { ...time, at: Math.min(time.at, state.recent.find((each) => each.id === id)?.startedAt ?? time.at) }
}

type Values = { timestamp?: { ms: number }; sampledValue: Parameters<typeof measuredIn>[0] }[]

const meters = (values: Values) => values.flatMap(({ sampledValue }) => measuredIn(sampledValue).meterKwh ?? [])
const firstMeter = (values: Values) => meters(values)[0]
const lastMeter = (values: Values) => meters(values).at(-1)

function readMeter(
  draft: Draft,
  spot: Spot,
  values: Values,
  { id, time, offline, isPast = false }: { id?: string; time?: OurTime; offline: boolean; isPast?: boolean },
): void {
  if (!isPast) draft.timeOf(newestIn(values), { isFresh: !offline, isMeter: true })
  for (const { timestamp, sampledValue } of values) {
    const measured = measuredIn(sampledValue)
    if (Object.keys(measured).length === 0) continue
    const told = timestamp ? draft.timeOf(timestamp.ms, { isFresh: false }) : time
    const at = told ?? draft.timeOf(undefined, { isFresh: false })
    const isKept = offline || isPast
    noteReading(draft, spot, { measured, time: { ...at, isOld: at.isOld || offline }, transactionId: id, isKept })
  }
}

/** Where a message belongs: the evse that it names, else the likely one; undefined: none is. */
function spotOf(
  draft: Draft,
  named: { id?: number; connectorId?: number },
  transactionId: string | undefined,
): Spot | undefined {
  const evseId = named.id || likelyEvse(draft, transactionId)
  if (evseId === undefined) return undefined
  const evse = evseOf(draft, evseId)
  const connectors = Object.keys(evse.connectors).map(Number)
  const likely = evse.connectorId ?? (connectors.length === 1 ? connectors[0] : 1)
  return { evseId, connectorId: named.connectorId ?? likely }
}

/** A monitor has found something wrong, or that it is over. */
function noteAlert(draft: Draft, event: ReturnType<typeof Monitors.parse>['eventData'][number]): void {
  const { component, variable, cleared, actualValue, techCode, techInfo, timestamp } = event
  const name = [component.name, variable.name].filter(Boolean).join('.') || 'Event'
  const key = `${name}:${component.evse.id ?? 0}`
  const { at } = draft.timeOf(timestamp?.ms, { isFresh: false })
  const { [key]: _, ...others } = draft.state.alerts
  const isProblem = /^(problem|alert|fault|faulted|error)/i.test(variable.name ?? '')
  if (!isProblem) return
  draft.state.alerts = others
  const text = [techCode, techInfo].filter(Boolean).join(', ') || undefined
  if (cleared || /^false$/i.test(actualValue ?? '') || Object.keys(others).length >= KEPT_ALERTS) return
  const evseId = component.evse.id
  draft.state.alerts[key] = { code: name, since: at, ...(text && { text }), ...(evseId && { evseId }) }
}
