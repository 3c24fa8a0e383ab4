import { elapsedSegments } from '@/lib/stays/delivered'
import type { DepotStay } from '@/lib/stays/depot-stay'
import type { KnownSoc } from '@/lib/stays/start-soc'
import { isUnmeasured } from '@/lib/stays/surely-charged'
import { MINUTE_MS } from '@/lib/time/interval'

/** What a charger draws for itself is no charging (kW). */
const NOTHING_KW = 1

/** A battery that is asked to take power for so long and takes none is full, where its estimate says so too. */
const ASKED_MS = 10 * MINUTE_MS

/**
 * A SoC that nobody measured, corrected by what the battery takes no more: one that has its target by the estimate, may be full,
 * and takes nothing of what is ordered is full. Held back for it, power would be missing to the others until it leaves.
 */
export function fullByMeter(known: KnownSoc, stay: DepotStay, targetSoc: number): KnownSoc {
  const counted = known.soc + (known.beyond ?? 0)
  const mayBeFull = counted >= targetSoc && counted + known.plusMinus >= 100
  if (!isUnmeasured(stay, known) || !mayBeFull || !takesNoMore(stay)) return known
  return { ...known, soc: 100, beyond: 0, plusMinus: 0 }
}

/** Nothing came of what was ordered since it charged last, until its last reading; once that was seen it holds without orders. */
function takesNoMore({ measured, readings, charged, elapsed, incumbent }: DepotStay): boolean {
  const last = readings.at(-1)
  const until = charged.findLast(({ powerkW }) => powerkW >= NOTHING_KW)?.to
  if (measured.disconnectedAt !== null || !last || last.powerKw >= NOTHING_KW || until === undefined) return false
  const orders = elapsedSegments(elapsed, incumbent?.plan.segments ?? [], last.at)
  const askedMs = orders.reduce((ms, { from, to, powerkW }) => {
    const length = Math.min(to, last.at) - Math.max(from, until)
    return powerkW >= NOTHING_KW && length > 0 ? ms + length : ms
  }, 0)
  return askedMs >= ASKED_MS
}
