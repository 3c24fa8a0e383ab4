import type { Segment } from '@/lib/contract/plan'
import { type Interval, MINUTE_MS } from '@/lib/time/interval'

/** Shorter times of charging say more of the start than of what is delivered. */
const SHORTEST_MS = 5 * MINUTE_MS

/** What a charger draws for itself is no charging (kW). */
const NOTHING_KW = 1

/** Below this share of what was asked for, charger or vehicle cannot do more. */
const FOLLOWS = 0.9

/**
 * The most that a vehicle takes, or its charger gives, as this stay has shown it, kW: the power that was delivered while
 * more was asked for all the time, unless more came later. null: nothing has shown a bound.
 * @param measured what was charged, in order of time
 * @param ordered what the plans asked for, in order of time; where there was none, the vehicle's maximum
 */
export function deliveredMaxKw(
  measured: readonly Segment[],
  ordered: readonly Segment[],
  maxPowerKw: number,
): number | null {
  let most: number | null = null
  for (const { from, to, powerkW } of measured) {
    if (to - from < SHORTEST_MS || powerkW < NOTHING_KW) continue
    const asked = leastOrdered(ordered, { from, to }) ?? maxPowerKw
    if (powerkW < FOLLOWS * Math.min(asked, maxPowerKw)) most = powerkW
    else if (most !== null && powerkW > most) most = powerkW
  }
  return most !== null && most < FOLLOWS * maxPowerKw ? most : null
}

/** The least that was asked for in a time; null: no plan speaks of it. */
function leastOrdered(ordered: readonly Segment[], { from, to }: Interval): number | null {
  const inside = ordered.filter((segment) => segment.from < to && segment.to > from)
  return inside.length === 0 ? null : Math.min(...inside.map(({ powerkW }) => powerkW))
}
