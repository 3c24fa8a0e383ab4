import { noSoc } from '@/lib/charging/plausibility/believe-soc'
import type { OurTime } from '@/lib/ocpp/mapping/clock'
import type { Draft } from '@/lib/ocpp/mapping/draft'
import type { Measured } from '@/lib/ocpp/mapping/reading'
import type { EvseState, Identity, RecentTransaction, Visit } from '@/lib/stations/station-state'

// What can happen at an evse, the same for both versions of OCPP: each step records what it says, and moves the state
// on only where it is news. Messages come late, twice and out of order, so a time decides, never the order of receipt.

/** Besides those that run. */
const KEPT_TRANSACTIONS = 50
const KEPT_VISITS = 5
/** No evse has more; of one that is told of beyond that it counts what it says of the evse, and it is not remembered. */
const MOST_CONNECTORS = 20

/** OCPP's number of the station itself: the place of what no evse is known of. It has no state. */
export const STATION = 0

export type Spot = { evseId: number; connectorId?: number }

/** The state of an evse, made where it was not known. */
export function evseOf(draft: Draft, evseId: number): EvseState {
  if (evseId === STATION) return draft.elsewhere
  const { evses } = draft.state
  evses[evseId] ??= { connectors: {}, past: [] }
  return evses[evseId]
}

/** The numbers of the evses of which this holds. */
function evsesWith({ state }: Draft, holds: (evse: EvseState) => boolean): number[] {
  return Object.entries(state.evses).flatMap(([evseId, evse]) => (holds(evse) ? [Number(evseId)] : []))
}

/** The evse of a transaction: where it runs, else where it was; undefined: it is not known. */
function evseOfTransaction(draft: Draft, transactionId: string): number | undefined {
  const [running] = evsesWith(draft, ({ transaction }) => transaction?.id === transactionId)
  return running ?? draft.state.recent.find(({ id }) => id === transactionId)?.evseId
}

/** Whether a transaction is known at a place; one that was only known at the station is news at an evse. */
export function isKnown(draft: Draft, transactionId: string | undefined, spot: Spot): boolean {
  const evseId = transactionId === undefined ? undefined : evseOfTransaction(draft, transactionId)
  return evseId !== undefined && (evseId !== STATION || spot.evseId === STATION)
}

/**
 * The evse of a message that names none: that of its transaction; without an id, the only one where a transaction runs;
 * else the only one with a vehicle; where none has one, the first. Of several vehicles none is known to be the one that
 * is meant: a transaction is a stranger's at the station, and what has no id is nobody's (undefined).
 */
export function likelyEvse(draft: Draft, transactionId: string | undefined): number | undefined {
  const known = transactionId === undefined ? undefined : evseOfTransaction(draft, transactionId)
  if (known !== undefined) return known
  const running = evsesWith(draft, ({ transaction }) => transaction !== undefined)
  const plugged = evsesWith(draft, ({ pluggedAt }) => pluggedAt !== undefined)
  const [only, ...others] = transactionId === undefined && running.length > 0 ? running : plugged
  if (others.length > 0) return transactionId === undefined ? undefined : STATION
  return only ?? draft.message.evses[0] ?? 1
}

export function placeOf({ evseId, connectorId }: Spot) {
  return evseId === STATION ? {} : { evseId: String(evseId), connectorId: String(connectorId ?? 1) }
}

/** A transaction as events name it: unique beyond its station, because ours count from 1 at each. */
export function eventTransaction(draft: Draft, id: string | undefined): string | undefined {
  return id === undefined ? undefined : `${draft.message.stationId}:${id}`
}

/** A vehicle is plugged in since then: it has just come, or this tells an earlier time of it. */
export function plugIn(draft: Draft, spot: Spot, at: number, identity?: Identity): void {
  const evse = evseOf(draft, spot.evseId)
  const visit = visitAt(evse, at) ?? earlierVisit(evse, at, identity)
  if (visit) {
    plugInBefore(draft, spot, visit, at, identity)
    return
  }
  const isKnown = evse.pluggedAt !== undefined && evse.pluggedAt <= at
  if (!isKnown) {
    evse.pluggedAt = at
    draft.emit({ type: 'ev-connected', ...placeOf(spot), ...(identity ?? evse.identity) }, at)
  }
  if (identity) identify(draft, spot, identity, { announced: !isKnown })
}

/** The vehicle that is plugged in was told of at this connector of its evse. */
export function noteConnector(draft: Draft, { evseId, connectorId }: Spot, at: number): void {
  const evse = evseOf(draft, evseId)
  if (evse.pluggedAt !== undefined && at >= evse.pluggedAt) evse.connectorId = connectorId
}

/** Whether the vehicle that is plugged in then is at another connector of this evse. */
export function isAtOtherConnector(draft: Draft, { evseId, connectorId }: Spot, at: number): boolean {
  const { pluggedAt, connectorId: present = connectorId } = evseOf(draft, evseId)
  return present !== connectorId && pluggedAt !== undefined && at >= pluggedAt
}

/** The visit before the present one that a time lies in; a visit begins where the one before it ended. */
function visitAt({ past }: EvseState, at: number): Visit | undefined {
  return past.find(({ to }) => at <= to)
}

/** Another vehicle than the one that is there was plugged in before it: it has left by now, and no message said when. */
function earlierVisit(evse: EvseState, at: number, identity: Identity | undefined): Visit | undefined {
  const { pluggedAt, identity: present } = evse
  if (pluggedAt === undefined || at >= pluggedAt || !identity || !present || isSame(present, identity)) return undefined
  return addVisit(evse, { to: pluggedAt, identity })
}

function addVisit(evse: EvseState, visit: Visit): Visit {
  evse.past = [...evse.past, visit].sort((a, b) => a.to - b.to).slice(-KEPT_VISITS)
  return visit
}

/** The same of a vehicle that has left by now. */
function plugInBefore(draft: Draft, spot: Spot, visit: Visit, at: number, identity?: Identity): void {
  if (identity && !visit.identity) {
    visit.identity = identity
    draft.claim({ evseId: spot.evseId, from: visit.from ?? at, to: visit.to + 1, identity })
  }
  if (visit.from !== undefined && visit.from <= at && !identity) return
  // Its end came first, when it was not known.
  if (visit.from === undefined) draft.emit({ type: 'ev-disconnected', ...placeOf(spot), ...visit.identity }, visit.to)
  visit.from = Math.min(visit.from ?? at, at)
  draft.emit({ type: 'ev-connected', ...placeOf(spot), ...visit.identity }, at)
}

/** It is known now which vehicle is plugged in: what was reported of the stranger before is this vehicle's. */
function identify(draft: Draft, spot: Spot, identity: Identity, { announced }: { announced: boolean }): void {
  const evse = evseOf(draft, spot.evseId)
  if (isSame(evse.identity, identity)) return
  const from = evse.pluggedAt ?? draft.message.receivedAt
  if (!evse.identity) draft.claim({ evseId: spot.evseId, from, identity })
  if (!announced) draft.emit({ type: 'ev-connected', ...placeOf(spot), ...identity }, from)
  evse.identity = identity
}

function isSame(a: Identity | undefined, b: Identity): boolean {
  return a?.macAddress === b.macAddress && a?.vehicleId === b.vehicleId
}

export type Begin = {
  /** The same for a transaction that is told again. */
  key: string
  id: string
  time: OurTime
  meterKwh?: number
  token?: string
  identity?: Identity
  /** It is told of in the middle: since when power flows is not said. */
  isUnderWay?: boolean
}

/** A transaction has begun. One that is told again changes nothing; one at the same evse that was left open ends. */
export function beginTransaction(draft: Draft, spot: Spot, begin: Begin): void {
  const { id, time, meterKwh, token } = begin
  const evse = evseOf(draft, spot.evseId)
  const isNamed = evse.toldMac !== undefined && begin.identity?.macAddress === evse.toldMac
  const identity = isNamed ? evse.identity : begin.identity
  const known = draft.state.recent.find((each) => each.id === id)
  const visit = visitAt(evse, time.at) ?? earlierVisit(evse, time.at, identity)
  const isOther = evse.transaction !== undefined && evse.transaction.id !== id
  const isEarlier = isOther && time.at < (evse.transaction?.startedAt ?? 0)
  if (isOther && !isEarlier && !known) endTransaction(draft, spot, { time })
  if (isOther && !isEarlier && !known && identity && evse.identity && !isSame(evse.identity, identity)) {
    // Another vehicle: the one before it has gone unseen.
    evse.pluggedAt = undefined
    evse.connectorId = undefined
    evse.toldMac = undefined
    evse.identity = undefined
  }
  plugIn(draft, spot, time.at, identity)
  const who = identity ?? (visit ? visit.identity : evse.identity)
  const transactionId = eventTransaction(draft, id)
  const started = { type: 'charging-started', ...placeOf(spot), ...who, transactionId, meterkWh: meterKwh } as const
  if (!begin.isUnderWay) draft.emit(started, time.at)
  if (identity)
    draft.claim({ evseId: spot.evseId, from: time.at, to: (visit?.to ?? time.at) + 1, transactionId, identity })
  const current = evse.transaction?.id === id ? evse.transaction : undefined
  const transaction = { key: begin.key, id, evseId: spot.evseId, startedAt: time.at, identity: who }
  if (known?.ended || (visit && !current) || isEarlier) {
    const mayRun = visit && (known ? known.mayRun : withoutUndefined({ meterStartKwh: meterKwh, token }))
    remember(draft, { ...transaction, ended: true, ...(mayRun && { mayRun }) })
    return
  }
  remember(draft, { ...transaction, ended: false })
  evse.transaction = { ...current, id, startedAt: Math.min(current?.startedAt ?? time.at, time.at) }
  if (meterKwh !== undefined) evse.transaction.meterStartKwh = meterKwh
  if (token !== undefined) evse.transaction.token = token
}

function remember(draft: Draft, transaction: RecentTransaction): void {
  const { recent } = draft.state
  const known = recent.find(({ id }) => id === transaction.id)
  const others = recent.filter((each) => each !== known)
  const merged = { ...transaction, ended: transaction.ended || known?.ended === true }
  const all = [...others, merged]
  const isOpen = ({ ended, evseId }: RecentTransaction) => !ended && evseId !== STATION
  draft.state.recent = all.filter((each, index) => isOpen(each) || index >= all.length - KEPT_TRANSACTIONS)
}

/** A measurement at an evse; it proves a vehicle where power flows. */
export function noteReading(
  draft: Draft,
  spot: Spot,
  { measured, time, transactionId }: { measured: Measured; time: OurTime; transactionId?: string },
): void {
  const evse = evseOf(draft, spot.evseId)
  const known = draft.state.recent.find(({ id }) => id === transactionId)
  const visit = visitAt(evse, time.at)
  if (known && !visit && !time.isOld) resume(draft, spot, known, time.at)
  if (!visit && !known && evse.pluggedAt === undefined) {
    if (transactionId === undefined && !(measured.powerKw !== undefined && measured.powerKw > PROVES_KW)) return
    plugIn(draft, spot, time.at)
  }
  const isOfAnother = known !== undefined && (known.ended || evse.transaction?.id !== known.id)
  const who = isOfAnother || visit ? (known?.identity ?? visit?.identity) : evse.identity
  const { powerKw, meterKwh, soc } = measured
  const id = transactionId ?? (visit ? undefined : evse.transaction?.id)
  const event = { transactionId: eventTransaction(draft, id), powerkW: powerKw, meterkWh: meterKwh, soc }
  draft.emit({ type: 'meter', ...placeOf(spot), ...who, ...event }, time.at)
  if (visit || isOfAnother || time.isOld || time.at < (evse.reading?.at ?? 0)) return
  const start = evse.transaction?.meterStartKwh
  const energyKwh = start !== undefined && meterKwh !== undefined && meterKwh >= start ? meterKwh - start : undefined
  // The event keeps what was said; what is shown of the evse is what can be.
  const believed = soc !== undefined && noSoc(soc) === null ? soc : undefined
  evse.reading = { ...evse.reading, ...withoutUndefined({ powerKw, meterKwh, soc: believed, energyKwh }), at: time.at }
}

/** A transaction that seemed to lie in an earlier visit goes on in this one. */
function resume(draft: Draft, spot: Spot, known: RecentTransaction, at: number): void {
  const { mayRun, id, identity } = known
  const evse = evseOf(draft, spot.evseId)
  const isOthers = identity && evse.identity && !isSame(identity, evse.identity)
  if (!mayRun || evse.transaction || isOthers) return
  known.ended = false
  delete known.mayRun
  plugIn(draft, spot, evse.pluggedAt ?? at, identity)
  const startedAt = evse.pluggedAt ?? at
  evse.transaction = { id, startedAt, ...mayRun }
  const transactionId = eventTransaction(draft, id)
  const meterkWh = mayRun.meterStartKwh
  draft.emit({ type: 'charging-started', ...placeOf(spot), ...evse.identity, transactionId, meterkWh }, startedAt)
}

/** Power flows in a transaction since then. */
export function noteCharging(draft: Draft, spot: Spot, id: string, time: OurTime): void {
  const known = draft.state.recent.find((each) => each.id === id)
  const who = known?.identity ?? evseOf(draft, spot.evseId).identity
  draft.emit(
    { type: 'charging-started', ...placeOf(spot), ...who, transactionId: eventTransaction(draft, id) },
    time.at,
  )
}

/** Less than this is the charger's own noise. */
const PROVES_KW = 0.5

type End = { id?: string; time: OurTime; meterKwh?: number; reason?: string }

/** The transaction of an evse has ended; without an id, the one that runs. The vehicle is still plugged in. */
export function endTransaction(draft: Draft, spot: Spot, { id, time, meterKwh, reason }: End): void {
  const evse = evseOf(draft, spot.evseId)
  const ended = id ?? evse.transaction?.id
  const known = draft.state.recent.find((each) => each.id === ended)
  const isCurrent = evse.transaction !== undefined && (ended === undefined || evse.transaction.id === ended)
  const visit = isCurrent ? undefined : visitAt(evse, time.at)
  const who = isCurrent ? evse.identity : (known?.identity ?? (visit ? visit.identity : evse.identity))
  const transactionId = eventTransaction(draft, ended)
  draft.emit({ type: 'charging-stopped', ...placeOf(spot), ...who, transactionId, meterkWh: meterKwh, reason }, time.at)
  if (known) {
    known.ended = true
    delete known.mayRun
  } else if (ended !== undefined) {
    const { at: startedAt } = time
    remember(draft, { key: '', id: ended, evseId: spot.evseId, startedAt, ended: true, identity: who })
  }
  // Nothing else will tell that a stranger has left of which no evse is known.
  if (spot.evseId === STATION && !who) draft.emit({ type: 'ev-disconnected' }, time.at)
  if (!isCurrent) return
  evse.transaction = undefined
  if (evse.reading && !time.isOld) evse.reading = { ...evse.reading, powerKw: 0 }
}

/** The station has moved to another location since its last message: who is plugged in stands there from now on. */
export function noteLocation(draft: Draft): void {
  const { state, message } = draft
  const { locationUid, receivedAt } = message
  const before = state.locationUid
  state.locationUid = locationUid
  if (before === undefined || before === locationUid) return
  for (const evseId of evsesWith(draft, ({ pluggedAt }) => pluggedAt !== undefined)) {
    const { identity, connectorId } = evseOf(draft, evseId)
    const place = placeOf({ evseId, connectorId })
    draft.emit({ type: 'ev-disconnected', ...place, ...identity }, receivedAt - 1, before)
    draft.emit({ type: 'ev-connected', ...place, ...identity }, receivedAt)
  }
}

/** The vehicle of a transaction has left: that ends no visit in which another transaction began since. */
export function leave(draft: Draft, spot: Spot, id: string | undefined, time: OurTime): void {
  const { transaction } = evseOf(draft, spot.evseId)
  const isBefore = transaction !== undefined && transaction.id !== id && time.at >= transaction.startedAt
  if (!isBefore || !isKnown(draft, id, spot)) unplug(draft, spot, time)
}

/** No vehicle is plugged in any more: what was left open ends. */
export function unplug(draft: Draft, spot: Spot, time: OurTime): void {
  const evse = evseOf(draft, spot.evseId)
  const { pluggedAt, identity, transaction } = evse
  // A stranger at the station has left with the end of its transaction.
  if (spot.evseId === STATION && !identity) return
  if (pluggedAt === undefined || time.at < pluggedAt) {
    unplugBefore(evse, time.at)
    return
  }
  for (const each of draft.state.recent) if (each.evseId === spot.evseId) delete each.mayRun
  const isOfNext = transaction !== undefined && transaction.startedAt > time.at
  if (transaction && !isOfNext) {
    // A transaction that was left open ends with the connection: that its stop comes late must make no second end.
    const known = draft.state.recent.find(({ id }) => id === transaction.id)
    if (known) known.ended = true
    evse.transaction = undefined
  }
  draft.emit({ type: 'ev-disconnected', ...placeOf(spot), ...identity }, time.at)
  addVisit(evse, { from: pluggedAt, to: time.at, identity })
  evse.pluggedAt = isOfNext ? transaction.startedAt : undefined
  if (isOfNext) return
  evse.identity = undefined
  evse.reading = undefined
  evse.connectorId = undefined
  evse.toldMac = undefined
}

/** The end of a visit of which nothing else is known so far; one that lies in a known visit is no news. */
function unplugBefore(evse: EvseState, at: number): void {
  const last = evse.past.at(-1)
  if (visitAt(evse, at)) return
  if (last && last.from === undefined) last.to = at
  else addVisit(evse, { to: at })
}

/** A connector has said what it does. */
export function noteStatus(
  draft: Draft,
  spot: Spot,
  { status, errorCode, text, time }: { status: string; errorCode?: string; text?: string; time: OurTime },
): void {
  const evse = evseOf(draft, spot.evseId)
  const connectorId = spot.connectorId ?? 1
  draft.emit({ type: 'connector-status', ...placeOf(spot), status, errorCode }, time.at)
  const before = evse.connectors[connectorId]
  if (before ? before.saidAt > time.at : Object.keys(evse.connectors).length >= MOST_CONNECTORS) return
  const since = before?.status === status && before.errorCode === errorCode ? before.at : time.at
  evse.connectors[connectorId] = withoutUndefined({ status, errorCode, text, at: since, saidAt: time.at })
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
}
