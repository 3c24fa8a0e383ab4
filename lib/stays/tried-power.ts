import { deliveryOf } from '@/lib/stays/delivery'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { HOUR_MS } from '@/lib/time/interval'

/** So long a vehicle that does not charge may come back by itself; after that nothing more is forecast for it. */
export const COMES_BACK_MS = HOUR_MS / 2

/** What a charger draws for itself is no charging (kW). */
const NOTHING_KW = 1

/**
 * This share of its power is held for a vehicle that takes nothing: enough to see it come back, and the others get the rest, in the
 * last hours too, when all of it is needed.
 */
const TRIED_SHARE = 0.1

/** Less than 6 A on three phases (4.14 kW) is no charging over AC: a vehicle that is offered less cannot come back. */
const LEAST_TRIED_KW = 4.2

/**
 * The most that a vehicle is planned with, kW: a tenth of what it could take, or the least that it can charge with, once
 * its meter has said for half an hour that nothing comes of what is ordered. It is offered that on and on, and all again
 * from the first reading that shows it charging. One whose charger has no meter is believed.
 */
export function triedKw(stay: DepotStay, maxPowerKw: number, now: number): number {
  const delivery = deliveryOf(stay, now)
  const last = stay.readings.at(-1)
  if (delivery?.kind !== 'not-charging' || !last || last.powerKw >= NOTHING_KW) return maxPowerKw
  if (now - delivery.since < COMES_BACK_MS) return maxPowerKw
  return Math.min(maxPowerKw, Math.max(TRIED_SHARE * maxPowerKw, LEAST_TRIED_KW, stay.vehicle.minPowerKw))
}
