import type { DefaultLedger, Ledger, Order } from '@/lib/ocpp/profiles/control'
import { type Course, constant, highest, lowest, switched } from '@/lib/ocpp/profiles/course'

/** What the highest that an evse may draw depends on. */
export type Told = {
  fullKw: number
  transactionId?: string
  ledger?: Ledger
  defaultLedger?: DefaultLedger
}

/** What it may draw when no profile holds: its default profile, or whatever flows where that was never accepted. */
export function fallbackKw({ fullKw, defaultLedger }: Told): number {
  const { confirmedKw, uncertainKw } = defaultLedger ?? {}
  if (confirmedKw === undefined) return fullKw
  return Math.min(fullKw, Math.max(confirmedKw, uncertainKw ?? 0))
}

/**
 * The highest that an evse may draw by what it was told: of all that was sent and not refused, because nobody knows
 * which of it holds; after an order ends, and before one, the default profile.
 */
export function ceilingOf(told: Told): Course {
  const orders = ordersOf(told)
  const fallback = constant(fallbackKw(told))
  if (orders.length === 0) return fallback
  const courses = orders.map((order) => courseOf(order, fallback))
  // With nothing confirmed, what was sent may not hold yet, and the default may hold still.
  const all = isConfirmed(told) ? courses : [...courses, fallback]
  return lowest(all.reduce(highest), constant(told.fullKw))
}

/** The orders that may hold for this evse now: those of another transaction are over. */
function ordersOf({ ledger, transactionId }: Told): Order[] {
  const { confirmed, uncertain = [], sent } = ledger ?? {}
  const all = [...(confirmed ? [confirmed] : []), ...uncertain, ...(sent ? [sent.order] : [])]
  return all.filter((order) => isFor(order, transactionId))
}

function isConfirmed({ ledger, transactionId }: Told): boolean {
  return ledger?.confirmed !== undefined && isFor(ledger.confirmed, transactionId)
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
