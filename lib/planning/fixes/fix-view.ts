import type { Fix } from '@/lib/contract/explanations'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Fix as PlannerFix } from '@/lib/planner/explain/apply-fix'
import type { Depot, LocationRow } from '@/lib/planning/depot'
import { roundedFractions } from '@/lib/planning/stored-plan'
import { raisedLimits } from '@/lib/site/power-limits'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { neededSocs } from '@/lib/stays/needed-socs'

/** A fix as the contract gives it: with what the call that applies it takes. `depot` is the one that it was searched in. */
export function fixView(fix: PlannerFix, { location, stays, now }: Depot): Fix {
  if (fix.kind === 'swap') {
    const other = stays.find(({ id }) => id === fix.withScheduleId)
    if (!other) throw new Error(`The depot has no stay ${fix.withScheduleId}, which a fix of it names.`)
    return swapView(other, location)
  }
  if (fix.kind === 'lower-target')
    return {
      kind: fix.kind,
      targetSoc: fix.targetSoc,
      ...(fix.minimumSoc !== undefined && { minimumSoC: fix.minimumSoc }),
    }
  if (fix.kind === 'later-departure') return { kind: fix.kind, byMinutes: fix.byMinutes, to: toTimestamp(fix.to) }
  if (fix.kind === 'higher-priority') {
    const vehicles = new Map(stays.map(({ id, vehicle }) => [id, vehicle.id]))
    const costs = fix.costs.flatMap(({ scheduleId, points }) => {
      const evId = vehicles.get(scheduleId)
      return evId === undefined ? [] : [{ scheduleId, evId, points }]
    })
    return roundedFractions({ kind: fix.kind, priority: fix.priority, costs })
  }
  const inIso = <T extends { from: number; to: number }>(part: T) => ({
    ...part,
    from: toTimestamp(part.from),
    to: toTimestamp(part.to),
  })
  const { kind, byKw, from, to } = fix
  const dates = raisedLimits(location, fix, now).map(inIso)
  return roundedFractions({ ...inIso({ kind, byKw, from, to }), powerLimits: { dates } })
}

function swapView(other: DepotStay, location: LocationRow): Fix {
  const { id, departure, blockId, vehicle } = other
  return {
    kind: 'swap',
    scheduleId: id,
    evId: vehicle.id,
    plannedDepartureTime: toTimestamp(departure),
    targetSoC: neededSocs(other, location).targetSoc,
    ...(blockId !== null && { blockId }),
  }
}
