import { deliveryOf } from '@/lib/stays/delivery'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** So long a vehicle that does not charge may come back by itself; after that nothing more is forecast for it. */
export const COMES_BACK_MS = HOUR_MS / 2

/** What a charger draws for itself is no charging (kW). */
const NOTHING_KW = 1

/** What comes of an order so late is no slow start: the others get the rest, and all of it is needed in the last hours. */
const TRIED_AFTER_MS = 5 * MINUTE_MS

/**
 * What is held for a vehicle that takes nothing: enough to see it come back. Less than 6 A on three phases (4.14 kW) is no charging
 * over AC: one that is offered less cannot come back.
 */
const TRIED_KW = 4.2

/**
 * The most that a vehicle is planned with, kW: the least that it can charge with, once its meter has said for minutes that nothing
 * comes of what is ordered. It is offered that on and on, and all again from the first reading that shows it charging. One whose
 * charger has no meter is believed.
 */
export function triedKw(stay: DepotStay, maxPowerKw: number, now: number): number {
  const delivery = deliveryOf(stay, now)
  const last = stay.readings.at(-1)
  if (delivery?.kind !== 'not-charging' || !last || last.powerKw >= NOTHING_KW) return maxPowerKw
  if (now - delivery.since < TRIED_AFTER_MS) return maxPowerKw
  return Math.min(maxPowerKw, Math.max(TRIED_KW, stay.vehicle.minPowerKw))
}
