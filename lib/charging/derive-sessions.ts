import { type ChargerEvent, inOrder } from '@/lib/charging/charger-event'
import { MINUTE_MS } from '@/lib/time/interval'

/** A time in which a vehicle was connected. `events` are those of the session, in order. Instants epoch ms. */
export type Session = {
  connectedAt: number
  /** null: still connected. */
  disconnectedAt: number | null
  locationUid: string | null
  stationId: string | null
  evseId: string | null
  connectorId: string | null
  transactionId: string | null
  events: ChargerEvent[]
}

/** Chargers send the last reading of a transaction after the vehicle has gone: that is no new connection. */
const TRAILING_MS = 10 * MINUTE_MS

type Open = Session & { transactions: Set<string> }

/** The connection that ended last. */
type Gone = { at: number; transactions: ReadonlySet<string> }

/**
 * The sessions that a vehicle's events tell of, in order of time. A pure function of the set of events: late and
 * out-of-order ones give the same. A connection whose `ev-connected` is lost begins with the first event that proves
 * it; one whose `ev-disconnected` is lost ends where the next begins.
 */
export function deriveSessions(events: readonly ChargerEvent[]): Session[] {
  const ended: Open[] = []
  let open: Open | null = null
  let gone: Gone | null = null
  for (const event of inOrder(events)) {
    if (open && isOfAnother(open, event, gone)) continue
    if (event.type === 'ev-disconnected') {
      if (open) ended.push({ ...open, disconnectedAt: event.at, events: [...open.events, event] })
      gone = {
        at: event.at,
        transactions: open?.transactions ?? new Set(event.transactionId ? [event.transactionId] : []),
      }
      open = null
    } else if (open && !isAnotherConnection(open, event)) join(open, event)
    else if (open || opensSession(event, gone)) {
      if (open) {
        ended.push({ ...open, disconnectedAt: event.at })
        gone = { at: event.at, transactions: open.transactions }
      }
      open = begin(event)
    }
  }
  return (open ? [...ended, open] : ended).map(({ transactions: _, ...session }) => session)
}

function begin(event: ChargerEvent): Open {
  const { at, locationUid, stationId, evseId, connectorId, transactionId } = event
  const place = { locationUid, stationId, evseId, connectorId, transactionId }
  const transactions = new Set(transactionId === null ? [] : [transactionId])
  return { connectedAt: at, disconnectedAt: null, ...place, events: [event], transactions }
}

/** What a later event adds: the place where it was not said yet, and the transaction that runs now. */
function join(open: Open, event: ChargerEvent): void {
  open.locationUid ??= event.locationUid
  open.stationId ??= event.stationId
  open.evseId ??= event.evseId
  open.connectorId ??= event.connectorId
  if (event.transactionId !== null) {
    open.transactionId = event.transactionId
    open.transactions.add(event.transactionId)
  }
  open.events.push(event)
}

const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b

/** A second `ev-connected` is the same connection said again, unless it names another transaction or place. */
function isAnotherConnection(open: Open, event: ChargerEvent): boolean {
  if (event.type !== 'ev-connected') return false
  const otherTransaction =
    event.transactionId !== null && open.transactions.size > 0 && !open.transactions.has(event.transactionId)
  return (
    otherTransaction ||
    differ(open.locationUid, event.locationUid) ||
    differ(open.stationId, event.stationId) ||
    differ(open.evseId, event.evseId) ||
    differ(open.connectorId, event.connectorId)
  )
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
  if (event.transactionId !== null && gone.transactions.has(event.transactionId)) return false
  return event.at - gone.at > TRAILING_MS || (event.type === 'meter' && (event.powerKw ?? 0) > 0)
}
