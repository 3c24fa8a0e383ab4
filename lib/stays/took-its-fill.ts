import { elapsedSegments } from '@/lib/stays/delivered'
import { deliveredUntil, NOTHING_KW } from '@/lib/stays/delivery'
import type { DepotStay } from '@/lib/stays/depot-stay'
import type { KnownSoc } from '@/lib/stays/start-soc'
import { isUnmeasured } from '@/lib/stays/surely-charged'
import { MINUTE_MS } from '@/lib/time/interval'

/** A battery that has refused power for so long is full; a charger may need a moment to follow an order. */
const REFUSED_MS = 5 * MINUTE_MS

/** A battery that takes nothing more is full but for what its own reading would round away (SoC points). */
const FULL = { soc: 100, plusMinus: 0.5 }

/**
 * A SoC that nobody measures, once the battery takes nothing more: it charged, then its meter saw nothing of what was ordered, though
 * its target is reached by all that is known and it may be full. It is. That holds until it draws again, whatever is ordered
 * meanwhile.
 */
export function tookItsFill(known: KnownSoc, stay: DepotStay, targetSoc: number): KnownSoc {
  if (!isUnmeasured(stay, known) || !mayBeFull(known, targetSoc)) return known
  const drewUntil = deliveredUntil(stay)
  return drewUntil !== null && refusedMs(stay, drewUntil) >= REFUSED_MS ? { ...known, ...FULL, beyond: 0 } : known
}

function mayBeFull({ soc, beyond = 0, plusMinus }: KnownSoc, targetSoc: number): boolean {
  const counted = soc + beyond
  return counted >= targetSoc && counted + plusMinus >= FULL.soc
}

/** How long power was ordered since it drew last, with its meter heard, before its charger ended the charging. */
function refusedMs({ charged, elapsed, incumbent, measured }: DepotStay, drewUntil: number): number {
  const until = Math.min(charged.at(-1)?.to ?? drewUntil, measured.chargingEndedAt ?? Number.POSITIVE_INFINITY)
  const orders = elapsedSegments(elapsed, incumbent?.plan.segments ?? [], until)
  return orders.reduce((ms, { from, to, powerkW }) => {
    const orderedMs = Math.min(to, until) - Math.max(from, drewUntil)
    return powerkW >= NOTHING_KW && orderedMs > 0 ? ms + orderedMs : ms
  }, 0)
}
