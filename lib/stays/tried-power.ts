import { deliveryOf, NOTHING_KW } from '@/lib/stays/delivery'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { connectedMaxKw } from '@/lib/stays/standing'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** So long a vehicle that does not charge may come back by itself; after that nothing more is forecast for it. */
export const COMES_BACK_MS = HOUR_MS / 2

/** What comes of an order so late is no slow start: the others get the rest, and all of it is needed in the last hours. */
const TRIED_AFTER_MS = 5 * MINUTE_MS

/**
 * What is offered to a vehicle that takes nothing: enough to see it come back. Less than 6 A on three phases (4.14 kW) is no charging
 * over AC, and what is told is sometimes a little less than what is planned.
 */
const TRIED_KW = 4.5

/** Large chargers cannot give so little: many begin at a tenth of their most. */
const TRIED_SHARE = 0.1

/**
 * The most that a vehicle is planned with, kW: the least to try with while its connector is out of order, and once its meter has said
 * for minutes that nothing comes of what is ordered. It is offered that on and on, and all again from the first reading that shows
 * it charging. One whose charger has no meter is believed.
 * @param outOfOrderSince since when its connector is believed to be out of order (epoch ms), null: it is not
 */
export function triedKw(stay: DepotStay, maxPowerKw: number, outOfOrderSince: number | null, now: number): number {
  return outOfOrderSince === null && !takesNothing(stay, now) ? maxPowerKw : leastToTryKw(stay, maxPowerKw)
}

/** The least power to try with: what vehicle and charger can begin with, kW. */
export function leastToTryKw(stay: DepotStay, maxPowerKw: number): number {
  const share = TRIED_SHARE * (connectedMaxKw(stay) ?? maxPowerKw)
  return Math.min(maxPowerKw, Math.max(TRIED_KW, stay.vehicle.minPowerKw, share))
}

function takesNothing(stay: DepotStay, now: number): boolean {
  const delivery = deliveryOf(stay, now)
  const last = stay.readings.at(-1)
  if (delivery?.kind !== 'not-charging' || !last || now - delivery.since < TRIED_AFTER_MS) return false
  return last.at <= delivery.since || last.powerKw < NOTHING_KW
}

/** A fault that was reported once is believed until the vehicle there begins to charge or draws power after it (epoch ms; null: not). */
export function believedFault({ measured, readings, charged }: DepotStay, since: number | null): number | null {
  if (since === null) return null
  const began = measured.chargingStartedAt !== null && measured.chargingStartedAt > since
  const reads = readings.some(({ at, powerKw }) => at > since && powerKw >= NOTHING_KW)
  const charges = charged.some(({ from, powerkW }) => from >= since && powerkW >= NOTHING_KW)
  return began || reads || charges ? null : since
}
