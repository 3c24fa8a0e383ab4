import { elapsedSegments } from '@/lib/stays/delivered'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { MINUTE_MS } from '@/lib/time/interval'

/** Below this share of its order a vehicle does not charge, once that has lasted so long. */
export const NOTHING_SHARE = 0.1
const NOTHING_MS = 3 * MINUTE_MS

/** So much of an order that is hardly more than what a charger draws for itself may still be charging. */
const NOTHING_SHARE_OF_LITTLE = 0.5

/** Below this share of its order a vehicle falls behind, once that has lasted so long. */
export const FOLLOWS_SHARE = 0.9
const BEHIND_MS = 5 * MINUTE_MS

/** A ratio of two measurements is off by so much. */
const ROUNDING = 0.01

/** Less than this is no charging, and orders below it are none (kW): a charger draws as much for itself. */
export const NOTHING_KW = 1

/** A charger needs so long to follow a new order; until then the lower of the two counts. */
export const FOLLOWS_WITHIN_MS = 2 * MINUTE_MS

/** How a vehicle that is plugged in departs from its orders: since when (epoch ms), and what share of them it gets. */
export type Delivery = { kind: 'not-charging' | 'falls-behind'; since: number; share: number }

type Order = { from: number; to: number; powerkW: number }

/**
 * What the meters say against what was ordered; null: it gets what was ordered, or nothing was. It takes time and two
 * readings to say so, so that no single reading makes a state flicker.
 */
export function deliveryOf(stay: DepotStay, now: number): Delivery | null {
  const { connectedAt, disconnectedAt } = stay.measured
  if (connectedAt === null || disconnectedAt !== null) return null
  const orders = elapsedSegments(stay.elapsed, stay.incumbent?.plan.segments ?? [], now)
  const orderedSince = orderedSinceOf(orders, now)
  if (orderedSince === null) return null
  const since = Math.max(orderedSince, connectedAt)
  return notCharging(stay, orders, since, now) ?? fallsBehind(stay, orders, since)
}

/** Since when power is ordered without a break; null: none is. */
function orderedSinceOf(orders: readonly Order[], now: number): number | null {
  let since: number | null = null
  for (const order of orders.toReversed()) {
    if (order.powerkW < NOTHING_KW || order.to < (since ?? now)) break
    since = order.from
  }
  return since
}

function notCharging(stay: DepotStay, orders: readonly Order[], since: number, now: number): Delivery | null {
  const { chargingStartedAt, chargingEndedAt } = stay.measured
  const isOn = chargingStartedAt !== null && chargingEndedAt === null
  if (!isOn) {
    const begin = Math.max(since, chargingEndedAt ?? since)
    return now - begin >= NOTHING_MS ? { kind: 'not-charging', since: begin, share: 0 } : null
  }
  const low = trailing(stay.readings, (reading) => reading.at >= since && isNothing(reading, orders))
  const last = low.readings.at(-1)
  if (low.readings.length < 2 || !last) return null
  const begin = low.before === null ? Math.max(since, deliveredUntil(stay) ?? since) : Math.max(since, low.before)
  return last.at - begin >= NOTHING_MS
    ? { kind: 'not-charging', since: begin, share: meanShare(low.readings, orders) }
    : null
}

/** The end of the last time in which anything came (epoch ms); null: nothing has. */
export function deliveredUntil({ charged }: DepotStay): number | null {
  return charged.findLast(({ powerkW }) => powerkW >= NOTHING_KW)?.to ?? null
}

function fallsBehind({ readings }: DepotStay, orders: readonly Order[], since: number): Delivery | null {
  const low = trailing(
    readings,
    (reading) => reading.at >= since + FOLLOWS_WITHIN_MS && shareOf(reading, orders) < FOLLOWS_SHARE - ROUNDING,
  )
  const [first, last] = [low.readings[0], low.readings.at(-1)]
  if (!first || !last || low.readings.length < 2) return null
  const begin = Math.max(since, low.before ?? first.at)
  if (last.at - begin < BEHIND_MS) return null
  return { kind: 'falls-behind', since: begin, share: meanShare(low.readings, orders) }
}

type Reading = DepotStay['readings'][number]

/** The readings at the end that are all so, and when the one before them was read. */
function trailing(readings: readonly Reading[], isSo: (reading: Reading) => boolean) {
  const at = readings.findLastIndex((reading) => !isSo(reading))
  return { readings: readings.slice(at + 1), before: readings[at]?.at ?? null }
}

/** What share of its order a reading shows; the lower of two orders holds while the charger goes from one to the other. */
function shareOf({ at, powerKw }: Reading, orders: readonly Order[]): number {
  const near = orders.filter(({ from, to }) => from <= at && to > at - FOLLOWS_WITHIN_MS)
  const ordered = Math.min(...near.map(({ powerkW }) => powerkW))
  return near.length === 0 || ordered < NOTHING_KW ? 1 : powerKw / ordered
}

/** Of a small order, what a charger draws for itself is more than a trifling share. */
function isNothing(reading: Reading, orders: readonly Order[]): boolean {
  const share = shareOf(reading, orders)
  return share < NOTHING_SHARE || (share < NOTHING_SHARE_OF_LITTLE && reading.powerKw < NOTHING_KW)
}

function meanShare(readings: readonly Reading[], orders: readonly Order[]): number {
  return readings.reduce((sum, reading) => sum + shareOf(reading, orders), 0) / readings.length
}
