import type { TimeGrid } from '@/lib/planner/model/time-grid'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness/serve'

/** How far above the peak of the plan that lets everybody pause the site may draw, at first and then. */
const trialCapShares = [1.01, 1.03, 1.1]

/**
 * Trial caps on site power to charge under where the peak counts: a little and somewhat above that of the plan that lets
 * everybody pause. Under such a cap blocks are laid as under a limit, so that what they lack is seen.
 */
export function trialPeakCapsOf(grid: TimeGrid, { strategy, site }: DepotProblem, { network }: Served): number[] {
  const peakCounts = strategy === 'peak-supression' || strategy === 'balanced' || site.demandChargePerkW > 0
  if (!peakCounts || strategy === 'as-soon-as-possible') return []
  const { baseKw, hours, efficiency, limitKw } = grid
  const peakKw = hours.reduce(
    (peak, h, i) => Math.max(peak, baseKw[i]! + network.loadKwh[i]! / (h * efficiency)),
    Math.max(1, site.peakSoFarkW),
  )
  return trialCapShares.map((share) => peakKw * share).filter((trialCapKw) => limitKw.some((kw) => kw > trialCapKw))
}
