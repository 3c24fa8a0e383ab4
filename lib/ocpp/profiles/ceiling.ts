import type { DefaultLedger, Ledger, Order } from '@/lib/ocpp/profiles/control'
import { type Course, constant, highest, lowest, NO_POWER, switched } from '@/lib/ocpp/profiles/course'

/** What the highest that an evse may draw depends on. */
export type Told = {
  fullKw: number
  transactionId?: string
  ledger?: Ledger
  defaultLedger?: DefaultLedger
}

/** The most it may draw when no profile holds: its default profile, or whatever flows where that was never accepted. */
export function fallbackKw({ fullKw, defaultLedger }: Told): number {
  const { confirmedKw = fullKw, uncertainKw = 0, sent } = defaultLedger ?? {}
  return Math.min(fullKw, Math.max(confirmedKw, uncertainKw, sent?.kw ?? 0))
}

/** The least that it may be held to then: nothing can be said while another default profile may hold. */
function leastFallbackKw(told: Told): number {
  const { uncertainKw, sent, isDoubtful = false } = told.defaultLedger ?? {}
  return uncertainKw === undefined && sent === undefined && !isDoubtful ? fallbackKw(told) : 0
}

/**
 * The highest that an evse may draw by what it was told: of all that was sent and not refused, because it is not
 * known which of it holds; after an order ends, and before one, the default profile.
 */
export function ceilingOf(told: Told): Course {
  return lowest(possible(told, fallbackKw(told)).reduce(highest), constant(told.fullKw))
}

/** The lowest of all that: so much it may draw for certain, whichever of it holds. */
export function floorOf(told: Told): Course {
  return lowest(possible(told, leastFallbackKw(told)).reduce(lowest), constant(told.fullKw))
}

/** The courses of which one holds. With nothing confirmed, what was sent may not hold yet, and the default may still. */
function possible(told: Told, kw: number): Course[] {
  const fallback = constant(kw)
  const courses = ordersOf(told).map((order) => courseOf(order, fallback))
  if (told.ledger?.isUnknown) courses.push(NO_POWER, constant(told.fullKw))
  return isConfirmed(told) ? courses : [...courses, fallback]
}

/** The orders that may hold for this evse now: those of another transaction are over. */
function ordersOf({ ledger, transactionId }: Told): Order[] {
  const { confirmed, uncertain = [], sent } = ledger ?? {}
  const all = [...(confirmed ? [confirmed] : []), ...uncertain, ...(sent ? [sent.order] : [])]
  return all.filter((order) => isFor(order, transactionId))
}

function isConfirmed({ ledger, transactionId, defaultLedger = {} }: Told): boolean {
  const { confirmed } = ledger ?? {}
  if (!confirmed || !isFor(confirmed, transactionId)) return false
  const isDefaultUnderWay = defaultLedger.sent !== undefined || defaultLedger.uncertainKw !== undefined
  // The default profile takes the place of an order that is one.
  return confirmed.rung !== 'default' || !isDefaultUnderWay
}

export function isFor(order: Order, transactionId: string | undefined): boolean {
  return order.rung !== 'transaction' || order.transactionId === transactionId
}

export function courseOf(order: Order, fallback: Course): Course {
  return order.until === undefined ? order.course : switched(order.course, order.until, fallback)
}

/** What was told last, whether it holds or not; absent: nothing for this transaction. */
export function lastTold({ ledger, transactionId }: Pick<Told, 'ledger' | 'transactionId'>): Order | undefined {
  const { confirmed, uncertain = [], sent } = ledger ?? {}
  const newest = sent?.order ?? uncertain.at(-1) ?? confirmed
  return newest && isFor(newest, transactionId) ? newest : undefined
}
