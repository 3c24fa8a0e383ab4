import type { OurTime } from '@/lib/ocpp/mapping/clock'
import { type Draft, withoutUndefined } from '@/lib/ocpp/mapping/draft'
import { evseOf, evsesWith, isKnown, placeOf, type Spot, STATION } from '@/lib/ocpp/mapping/spot'
import type { EvseState, Identity, Visit } from '@/lib/stations/station-state'

// That a vehicle comes to an evse, turns out to be one, and leaves, and what connectors say: the same for both versions of
// OCPP. Each step records what it says, and moves the state on only where it is news. Messages come late, twice and out of
// order, so a time decides, never the order of receipt.

const KEPT_VISITS = 5

/** No evse has more; of one that is told of beyond that it counts what it says of the evse, and it is not remembered. */
const MOST_CONNECTORS = 20

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
export function visitAt({ past }: EvseState, at: number): Visit | undefined {
  return past.find(({ to }) => at <= to)
}

/** Another vehicle than the one that is there was plugged in before it: it has left by now, and no message said when. */
export function earlierVisit(evse: EvseState, at: number, identity: Identity | undefined): Visit | undefined {
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

export function isSame(a: Identity | undefined, b: Identity): boolean {
  return a?.macAddress === b.macAddress && a?.vehicleId === b.vehicleId
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
