import { isPreconditioning } from '@/lib/planner/invariants/depot-timeline'
import type { StayFacts } from '@/lib/planner/invariants/stay-facts'
import { exceeds, type Violation } from '@/lib/planner/invariants/violation'
import type { SchedulePlan } from '@/lib/planner/plan'

/** Power never exceeds what the curve gives at the SoC of that moment, at either end of a segment or at a bend within. */
export function checkCurve({ schedule }: StayFacts, { segments }: SchedulePlan): Violation[] {
  const { chargingCurve } = schedule.ev
  if (!chargingCurve) return []
  return segments.flatMap((segment) => {
    if (segment.powerkW === 0 || isPreconditioning(segment)) return []
    const bends = chargingCurve.map(({ soc }) => soc).filter((soc) => soc > segment.startSoc && soc < segment.endSoc)
    const mostKw = Math.min(...[segment.startSoc, ...bends, segment.endSoc].map((soc) => curveKw(chargingCurve, soc)))
    if (!exceeds(segment.powerkW, mostKw)) return []
    const found = `${segment.powerkW} kW from ${segment.startSoc} to ${segment.endSoc} %, the curve gives ${mostKw}`
    return [{ rule: 'power keeps to the charging curve', scheduleId: schedule.id, atMs: segment.from, found }]
  })
}

/** Linear between the points, level outside of them. */
export function curveKw(curve: readonly { soc: number; powerkW: number }[], soc: number): number {
  const after = curve.findIndex((point) => point.soc >= soc)
  const [to, from] = [curve[after], curve[after - 1]]
  if (!to) return curve.at(-1)?.powerkW ?? Number.POSITIVE_INFINITY
  if (!from) return to.powerkW
  return from.powerkW + ((to.powerkW - from.powerkW) * (soc - from.soc)) / (to.soc - from.soc)
}
