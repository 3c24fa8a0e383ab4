import type { Segment } from '@/lib/contract/plan'
import { HOUR_MS, type Interval, MINUTE_MS } from '@/lib/time/interval'

/** Shorter times of charging say more of the start than of what is delivered. */
const SHORTEST_MS = 5 * MINUTE_MS

/** What was seen longer ago says nothing any more: what is never asked for again cannot be seen to have come back. */
const BELIEVED_MS = 2 * HOUR_MS

/** What a charger draws for itself is no charging (kW). */
const NOTHING_KW = 1

/**
 * Below this share of what was asked for, charger or vehicle cannot do more; one that gives nine tenths of every order
 * gives more when more is ordered.
 */
export const FOLLOWS = 0.85

/**
 * The most that a vehicle takes, or its charger gives, as this stay has shown it lately, kW: the power that was delivered while
 * more was asked for all the time, unless more came later; whole kW, so that it stands. null: nothing has shown a bound.
 * @param measured what was charged, in order of time
 * @param ordered what the plans asked for, in order of time; where there was none, the vehicle's maximum
 */
export function deliveredMaxKw(
  measured: readonly Segment[],
  ordered: readonly Segment[],
  maxPowerKw: number,
  now: number,
): number | null {
  let most: number | null = null
  for (const { from, to, powerkW } of measured) {
    if (to - from < SHORTEST_MS || powerkW < NOTHING_KW || to < now - BELIEVED_MS) continue
    const asked = leastOrdered(ordered, { from, to }) ?? maxPowerKw
    if (powerkW < FOLLOWS * Math.min(asked, maxPowerKw)) most = powerkW
    else if (most !== null && powerkW > most) most = powerkW
  }
  return most !== null && most < FOLLOWS * maxPowerKw ? Math.max(1, Math.round(most)) : null
}

/** The least that was asked for in a time; null: no plan speaks of it. */
function leastOrdered(ordered: readonly Segment[], { from, to }: Interval): number | null {
  const inside = ordered.filter((segment) => segment.from < to && segment.to > from)
  return inside.length === 0 ? null : Math.min(...inside.map(({ powerkW }) => powerkW))
}
