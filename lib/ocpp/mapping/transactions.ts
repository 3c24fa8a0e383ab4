import { noSoc } from '@/lib/charging/plausibility/believe-soc'
import { meantKw, withWord } from '@/lib/charging/plausibility/meter-unit'
import type { OurTime } from '@/lib/ocpp/mapping/clock'
import { type Draft, withoutUndefined } from '@/lib/ocpp/mapping/draft'
import type { Measured } from '@/lib/ocpp/mapping/reading'
import { eventTransaction, evseOf, placeOf, type Spot, STATION } from '@/lib/ocpp/mapping/spot'
import { earlierVisit, isSame, plugIn, visitAt } from '@/lib/ocpp/mapping/visits'
import type { EvseState, Identity, RecentTransaction } from '@/lib/stations/station-state'

// That a transaction begins, what is measured in it, and that it ends: the same for both versions of OCPP. As in the visits
// that they lie in, a time decides and never the order of receipt.

/** Besides those that run. */
const KEPT_TRANSACTIONS = 50

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
  // Between two vehicles nothing is counted.
  if (!current) delete evse.meter?.since
  evse.transaction = { ...current, id, startedAt: Math.min(current?.startedAt ?? time.at, time.at) }
  if (meterKwh !== undefined) evse.transaction.meterStartKwh = meterKwh
  if (token !== undefined) evse.transaction.token = token
}

/**
 * Of a station that gives the number of a transaction that has ended to another one, as some do after each boot, the one
 * before is forgotten: it began otherwise, by its own start.
 */
export function forgetReused({ state }: Draft, id: string, key: string): void {
  const isReused = (each: RecentTransaction) =>
    each.id === id && each.ended && each.key.startsWith(`${id} `) && each.key !== key
  if (key !== '') state.recent = state.recent.filter((each) => !isReused(each))
}

function remember(draft: Draft, transaction: RecentTransaction): void {
  const { recent } = draft.state
  const known = recent.find(({ id }) => id === transaction.id)
  const others = recent.filter((each) => each !== known)
  const merged = {
    ...{ ...transaction, key: transaction.key || (known?.key ?? '') },
    ended: transaction.ended || known?.ended === true,
  }
  const all = [...others, merged]
  const isOpen = ({ ended, evseId }: RecentTransaction) => !ended && evseId !== STATION
  draft.state.recent = all.filter((each, index) => isOpen(each) || index >= all.length - KEPT_TRANSACTIONS)
}

/** A measurement. `isKept`: the station says itself that it is of the past. */
type Said = { measured: Measured; time: OurTime; transactionId?: string; isKept?: boolean }

/** A measurement at an evse; it proves a vehicle where power flows. */
export function noteReading(draft: Draft, spot: Spot, said: Said): void {
  const evse = evseOf(draft, spot.evseId)
  const { measured, transactionId } = said
  const time = measuredAt(draft, evse, said)
  const known = draft.state.recent.find(({ id }) => id === transactionId)
  const visit = visitAt(evse, time.at)
  if (known && !visit && !time.isOld) resume(draft, spot, known, time.at)
  if (!visit && !known && evse.pluggedAt === undefined) {
    if (transactionId === undefined && !(measured.powerKw !== undefined && measured.powerKw > PROVES_KW)) return
    plugIn(draft, spot, time.at)
  }
  const isOfAnother = known !== undefined && (known.ended || evse.transaction?.id !== known.id)
  const who = isOfAnother || visit ? (known?.identity ?? visit?.identity) : evse.identity
  const isPresent = !visit && !isOfAnother && !time.isOld && time.at >= (evse.reading?.at ?? 0)
  const { meterKwh, soc } = measured
  if (isPresent) evse.meter = withWord(evse.meter ?? {}, { at: time.at, powerKw: measured.powerKw, meterKwh })
  const powerKw = measured.powerKw === undefined ? undefined : meantKw(evse.meter ?? {}, measured.powerKw)
  const id = transactionId ?? (visit ? undefined : evse.transaction?.id)
  const event = { transactionId: eventTransaction(draft, id), powerkW: powerKw, meterkWh: meterKwh, soc }
  draft.emit({ type: 'meter', ...placeOf(spot), ...who, ...event }, time.at)
  if (!isPresent) return
  const start = evse.transaction?.meterStartKwh
  const energyKwh = start !== undefined && meterKwh !== undefined && meterKwh >= start ? meterKwh - start : undefined
  // The event keeps what was said; what is shown of the evse is what can be.
  const believed = soc !== undefined && noSoc(soc) === null ? soc : undefined
  evse.reading = { ...evse.reading, ...withoutUndefined({ powerKw, meterKwh, soc: believed, energyKwh }), at: time.at }
}

/**
 * When it was measured. What seems to be of now and is not, because the register has counted on since, is of the time that was
 * said; what seems to be older than its transaction, which began on this connection, is of now: nothing of it was kept back.
 */
function measuredAt(
  { message: { receivedAt, servedSince = Number.POSITIVE_INFINITY } }: Draft,
  { reading, transaction }: EvseState,
  { measured: { meterKwh }, time, transactionId, isKept }: Said,
): OurTime {
  const isBefore = meterKwh !== undefined && meterKwh < (reading?.meterKwh ?? 0)
  if (time.saidAt !== undefined && isBefore) return { ...time, at: time.saidAt, isOld: true }
  const began = transaction && transaction.id === transactionId ? transaction.startedAt : undefined
  const isOlder = time.isOld && !isKept && began !== undefined && began >= servedSince && time.at < began
  return isOlder && !isBefore ? { at: receivedAt, isOld: false, isReceipt: true } : time
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
