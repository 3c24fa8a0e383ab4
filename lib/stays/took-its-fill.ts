import { batteryEnergyKwh, elapsedSegments } from '@/lib/stays/delivered'
import { deliveredUntil, NOTHING_KW } from '@/lib/stays/delivery'
import type { DepotStay } from '@/lib/stays/depot-stay'
import type { KnownSoc } from '@/lib/stays/start-soc'
import { isUnmeasured } from '@/lib/stays/surely-charged'
import { MINUTE_MS } from '@/lib/time/interval'

/** A battery that has refused power for so long is full; a charger may need a moment to follow an order. */
const REFUSED_MS = 5 * MINUTE_MS

/** Means over shorter times say more of their ends. */
const SHORTEST_MS = 5 * MINUTE_MS
/** Near its end a battery takes so much of its most, and so much of what its charger would give. */
const LESS_SHARE = 0.75
const LESS_OF_ORDERS = 0.95
/** The error of an estimate may be so many times its spread. */
const FARTHEST = 2

/** A battery that takes nothing more is full but for what its own reading would round away (SoC points). */
const FULL = { soc: 100, plusMinus: 0.5 }

/**
 * A SoC that nobody measures, once the battery takes nothing more: it charged, then its meter saw nothing of what was ordered, though
 * its target is reached by all that is known, or it had taken ever less of its orders before, and it may be full. It is. That holds
 * until it draws again, whatever is ordered meanwhile.
 */
export function tookItsFill(known: KnownSoc, stay: DepotStay, targetSoc: number): KnownSoc {
  const counted = known.soc + (known.beyond ?? 0)
  if (!isUnmeasured(stay, known)) return known
  const drewUntil = deliveredUntil(stay)
  if (drewUntil === null || refusedMs(stay, drewUntil) < REFUSED_MS) return known
  const isReached = counted >= targetSoc && counted + known.plusMinus >= FULL.soc
  const isFull = isReached || (counted + FARTHEST * known.plusMinus >= FULL.soc && tookEverLess(stay, drewUntil))
  return isFull ? { ...known, ...FULL, beyond: 0 } : known
}

/**
 * The last quarter-hour before that in which it ended shows well below what it had taken at most, and below what its charger gives of
 * such orders: a battery near its end. One that fails takes what is ordered until then.
 */
function tookEverLess({ charged, elapsed, incumbent, arriving }: DepotStay, drewUntil: number): boolean {
  const drawn = charged.filter(({ to, powerkW }) => to <= drewUntil && powerkW >= NOTHING_KW)
  const before = drawn.at(-2)
  if (!before || before.to - before.from < SHORTEST_MS) return false
  const orders = elapsedSegments(elapsed, incumbent?.plan.segments ?? [], drewUntil)
  const mostKw = drawn.reduce((most, { powerkW }) => Math.max(most, powerkW), 0)
  const givenKwh = arriving.given * batteryEnergyKwh(orders, before)
  return before.powerkW < LESS_SHARE * mostKw && batteryEnergyKwh([before], before) < LESS_OF_ORDERS * givenKwh
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
