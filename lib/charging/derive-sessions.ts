import { type ChargerEvent, inOrder, isElsewhere, isSameConnector, type PlaceEvent } from '@/lib/charging/charger-event'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** A time in which a vehicle was connected. `events` are those of the session, in order. Instants epoch ms. */
export type Session = {
  connectedAt: number
  /** null: still connected. */
  disconnectedAt: number | null
  /** `word`: something said so; `next`: the vehicle connected anew; null: still connected. */
  endedBy: 'word' | 'next' | null
  locationUid: string | null
  stationId: string | null
  evseId: string | null
  connectorId: string | null
  transactionId: string | null
  events: ChargerEvent[]
  /** The last word of the vehicle, or of its connector that it is occupied. */
  lastWordAt: number
  reportsMeter: boolean
  /** It was drawing power when it was last heard of. */
  drawsPower: boolean
  /** The last SoC that was sent, as it was sent. */
  lastSoc: number | null
}

/** Chargers send the last reading of a transaction after the vehicle has gone: that is no new connection. */
const TRAILING_MS = 10 * MINUTE_MS

/** A vehicle that was drawing power and then said nothing for so long has gone, if it connects again after that. */
export const SILENT_MS = 2 * HOUR_MS

/** A battery that has lost so many points while nothing was heard of it for so long has been driven. */
const DRIVEN_POINTS = 5
const DRIVEN_MS = 15 * MINUTE_MS

/** The longest stay: what lasts longer is derived in parts, so that no event has all of it derived anew. */
const LONGEST_MS = 31 * DAY_MS

type Open = Session & { transactions: Set<string>; macs: Set<string> }

/** The connection that ended last. `isSure`: the vehicle's own disconnection said so. */
type Gone = { at: number; transactions: ReadonlySet<string>; isSure: boolean }

type State = { ended: Open[]; open: Open | null; gone: Gone | null }

/**
 * The sessions that a vehicle's events, and what happened at its connectors, tell of, in order of time. A pure function
 * of the set of events: late and out-of-order ones give the same. A connection whose `ev-connected` is lost begins with
 * the first event that proves it. It ends by its own disconnection, another vehicle at the connector, the connector
 * being available, the end of its address's claim, or the vehicle connecting anew.
 */
export function deriveSessions(events: readonly ChargerEvent[], places: readonly PlaceEvent[] = []): Session[] {
  const state: State = { ended: [], open: null, gone: null }
  const waiting = places.toSorted((a, b) => a.at - b.at)
  let next = 0
  for (const event of inOrder(events)) {
    for (let place = waiting[next]; place && place.at <= event.at; place = waiting[++next]) hearPlace(state, place)
    hearVehicle(state, event)
  }
  for (const place of waiting.slice(next)) hearPlace(state, place)
  const all = state.open ? [...state.ended, state.open] : state.ended
  return all.map(({ transactions: _, macs: __, ...session }) => session)
}

function hearPlace(state: State, place: PlaceEvent): void {
  const { open } = state
  if (!open || place.at <= open.connectedAt || !isSameConnector(open, place)) return
  if (place.what === 'occupied') open.lastWordAt = place.at
  else end(state, open, place.at, { endedBy: 'word', isSure: false })
}

function hearVehicle(state: State, event: ChargerEvent): void {
  const { open, gone } = state
  if (event.type === 'claim-ended') {
    if (open && (event.macAddress === null || open.macs.has(event.macAddress)))
      end(state, open, event.at, { endedBy: 'word', isSure: true })
    return
  }
  if (open && isOfAnother(open, event, gone)) return
  if (event.type === 'ev-disconnected') {
    if (open) {
      open.events.push(event)
      open.lastWordAt = event.at
      end(state, open, event.at, { endedBy: 'word', isSure: true })
    } else
      state.gone = {
        at: event.at,
        transactions: new Set(event.transactionId === null ? [] : [event.transactionId]),
        isSure: true,
      }
  } else if (open && !isAnotherConnection(open, event)) join(open, event)
  else if (open || opensSession(event, gone)) {
    // One that is said to connect at two places, or for two transactions, in one instant has one connection from then on.
    const isMomentary = open?.connectedAt === event.at
    if (open && !isMomentary) end(state, open, event.at, { endedBy: 'next', isSure: true })
    state.open = begin(event, isMomentary ? open : null)
  }
}

function end(state: State, open: Open, at: number, how: { endedBy: 'word' | 'next'; isSure: boolean }): void {
  state.ended.push({ ...open, disconnectedAt: at, endedBy: how.endedBy })
  state.gone = { at, transactions: open.transactions, isSure: how.isSure }
  state.open = null
}

/** @param momentary a connection of the same instant: this is the later one, with what was said of the vehicle in both */
function begin(event: ChargerEvent, momentary: Open | null): Open {
  const { at, locationUid, stationId, evseId, connectorId } = event
  const open: Open = {
    ...{ transactionId: null, events: [], transactions: new Set<string>(), macs: new Set<string>() },
    ...{ reportsMeter: false, drawsPower: false, lastSoc: null, ...momentary },
    ...{ connectedAt: at, disconnectedAt: null, endedBy: null, locationUid, stationId, evseId, connectorId },
    lastWordAt: at,
  }
  join(open, event)
  return open
}

/** What an event adds: the place where it was not said yet, the transaction that runs now, and what was last heard. */
function join(open: Open, event: ChargerEvent): void {
  open.locationUid ??= event.locationUid
  open.stationId ??= event.stationId
  open.evseId ??= event.evseId
  open.connectorId ??= event.connectorId
  if (event.transactionId !== null) {
    open.transactionId = event.transactionId
    open.transactions.add(event.transactionId)
  }
  if (event.macAddress !== null) open.macs.add(event.macAddress)
  open.events.push(event)
  open.lastWordAt = event.at
  open.reportsMeter ||= event.type === 'meter'
  if (event.type === 'charging-stopped') open.drawsPower = false
  else if (event.powerKw !== null) open.drawsPower = event.powerKw > 0
  else if (event.type === 'charging-started') open.drawsPower = true
  if (isPercent(event.soc)) open.lastSoc = event.soc
}

const isPercent = (soc: number | null): soc is number => soc !== null && soc > 1 && soc <= 100

/** A second `ev-connected` is the same connection said again, unless it names another transaction or place. */
function isAnotherConnection(open: Open, event: ChargerEvent): boolean {
  if (event.at - open.connectedAt > LONGEST_MS) return true
  if (hasBeenAway(open, event)) return true
  if (event.type !== 'ev-connected') return false
  return (isOtherTransaction(open, event) && open.transactions.size > 0) || isElsewhere(open, event)
}

const isOtherTransaction = (open: Open, { transactionId }: ChargerEvent) =>
  transactionId !== null && !open.transactions.has(transactionId)

/** The vehicle connects anew after a silence in which it should have been heard of, or with a battery that was driven. */
function hasBeenAway(open: Open, event: ChargerEvent): boolean {
  const isBegin = event.type === 'ev-connected' || event.type === 'charging-started'
  if (!isOtherTransaction(open, event) && !(isBegin && event.transactionId === null)) return false
  const silentMs = event.at - open.lastWordAt
  if (isBegin && open.reportsMeter && open.drawsPower && silentMs > SILENT_MS) return true
  const lost = open.lastSoc !== null && isPercent(event.soc) ? open.lastSoc - event.soc : 0
  return silentMs > DRIVEN_MS && lost > DRIVEN_POINTS
}

/** The event belongs to a transaction of the connection that ended before this one began. */
function isOfAnother(open: Open, { transactionId }: ChargerEvent, gone: Gone | null): boolean {
  if (transactionId === null || open.transactions.has(transactionId)) return false
  return gone?.transactions.has(transactionId) === true
}

/** Whether this event proves that the vehicle is connected (again). */
function opensSession(event: ChargerEvent, gone: Gone | null): boolean {
  if (event.type === 'ev-connected' || event.type === 'charging-started') return true
  if (event.type !== 'meter' && event.type !== 'charging-stopped') return false
  if (!gone) return true
  const isLate = event.at - gone.at > TRAILING_MS
  const draws = event.type === 'meter' && (event.powerKw ?? 0) > 0
  if (event.transactionId !== null && gone.transactions.has(event.transactionId)) return !gone.isSure && isLate && draws
  return isLate || draws
}
