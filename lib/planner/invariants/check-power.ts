import { isPreconditioning } from '@/lib/planner/invariants/depot-timeline'
import type { StayFacts } from '@/lib/planner/invariants/stay-facts'
import { exceeds, type Violation } from '@/lib/planner/invariants/violation'
import type { SchedulePlan, Segment } from '@/lib/planner/plan'

/** Power is 0 or within the vehicle's bounds, SoC never passes the target, and what cannot pause charges in one block. */
export function checkPower(stay: StayFacts, plan: SchedulePlan): Violation[] {
  return [
    ...plan.segments.flatMap((segment) => checkBounds(stay, segment)),
    ...checkTarget(stay, plan),
    ...checkBlock(stay, plan),
  ]
}

function checkBounds({ schedule, maxPowerKw, floorPowerKw }: StayFacts, segment: Segment): Violation[] {
  const { powerkW, from } = segment
  const found = `${powerkW} kW, allowed is 0 or ${floorPowerKw} to ${maxPowerKw}`
  const outside = !(powerkW >= 0) || exceeds(powerkW, maxPowerKw, 1e-9)
  const belowFloor = powerkW > 0 && !isPreconditioning(segment) && exceeds(floorPowerKw, powerkW)
  if (!outside && !belowFloor) return []
  return [{ rule: 'power is 0 or within bounds', scheduleId: schedule.id, atMs: from, found }]
}

function checkTarget({ schedule, targetSoc }: StayFacts, { endSoc, segments }: SchedulePlan): Violation[] {
  const bound = Math.max(schedule.startSoc, targetSoc)
  const highest = segments.reduce((soc, segment) => Math.max(soc, segment.endSoc), endSoc)
  if (!exceeds(highest, bound)) return []
  return [{ rule: 'SoC never passes the target', scheduleId: schedule.id, found: `${highest}, target ${bound}` }]
}

/** One uninterrupted block; a preconditioning that draws power may continue it, as the vehicle stays awake. */
function checkBlock({ schedule, pausable }: StayFacts, { segments }: SchedulePlan): Violation[] {
  if (pausable) return []
  let blocks = 0
  let drawing = false
  for (const segment of segments) {
    const charges = segment.powerkW > 0 && !isPreconditioning(segment)
    if (charges && !drawing) blocks++
    drawing = charges || (drawing && segment.powerkW > 0)
  }
  if (blocks <= 1) return []
  return [{ rule: 'what cannot pause charges in one block', scheduleId: schedule.id, found: `${blocks} blocks` }]
}
