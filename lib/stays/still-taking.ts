import type { ChargingCurve } from '@/lib/planner/charging-curve'
import { socTaking } from '@/lib/stays/charging-curve'
import type { DepotStay } from '@/lib/stays/depot-stay'
import type { KnownSoc } from '@/lib/stays/start-soc'
import { MINUTE_MS } from '@/lib/time/interval'

/** Shorter means say more of their ends than of what the battery takes. */
const SHORTEST_MS = 3 * MINUTE_MS

/**
 * A SoC that nobody measured, corrected by what the battery still takes: one that draws more than its curve allows at the
 * estimate is not so full. What was seen of it in this stay holds, with what was metered since.
 */
export function stillTaking(known: KnownSoc, stay: DepotStay, curve: ChargingCurve): KnownSoc {
  const { batterySizeKwh } = stay.vehicle
  if (known.source === 'measured' || batterySizeKwh === null) return known
  let most = 100
  for (const { from, to, powerkW, energykWh = 0 } of stay.charged) {
    most = Math.min(100, most + (energykWh / batterySizeKwh) * 100)
    if (to - from >= SHORTEST_MS) most = Math.min(most, socTaking(curve, powerkW))
  }
  return most < known.soc ? { ...known, soc: most, beyond: 0 } : known
}
