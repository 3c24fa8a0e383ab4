import { stepAreaPath } from '@/components/charts/step-path'
import type { Segment } from '@/lib/contract/plan'
import type { EvSchedule } from '@/lib/contract/schedule'

/** How a stay ends by its plan: as wanted, short of its target, below its minimum, or without a plan. */
export type StayOutcome = 'well' | 'short' | 'miss' | 'unplanned'

/** One stay as the timeline draws it. Paths are in a box of 1,000 × 100: the stay's time by its maximum power. */
export type Stay = {
  id: string
  vehicleId: string
  from: number
  to: number
  targetSoc: number
  endSoc?: number
  outcome: StayOutcome
  frozen: boolean
  pastPath: string
  planPath: string
}

export const STAY_BOX = { width: 1_000, height: 100 } as const
const TOLERANCE_SOC = 1

/** Shapes a schedule for drawing; its numbers are the plan's own. */
export function shapeStay(schedule: EvSchedule): Stay {
  const from = Date.parse(schedule.plannedArrivalTime)
  const to = Date.parse(schedule.plannedDepartureTime)
  const { plan } = schedule
  const past = plan?.pastSegments ?? []
  const planned = plan?.segments ?? []
  const fullkW = plan?.schedule?.ev?.maxPowerkW ?? Math.max(1, ...[...past, ...planned].map(({ powerkW }) => powerkW))
  const pathOf = (segments: readonly Segment[]) => powerPath(segments, { from, to, fullkW })
  return {
    id: schedule.id,
    vehicleId: schedule.evId,
    from,
    to,
    targetSoc: schedule.targetSoC,
    endSoc: plan?.endSoc,
    outcome: outcomeOf(schedule),
    frozen: schedule.planMeta?.frozen ?? false,
    pastPath: pathOf(past),
    planPath: pathOf(planned),
  }
}

function outcomeOf({ plan, targetSoC, minimumSoC }: EvSchedule): StayOutcome {
  if (plan?.endSoc === undefined) return 'unplanned'
  if (plan.endSoc < (minimumSoC ?? targetSoC) - TOLERANCE_SOC) return 'miss'
  return plan.endSoc < targetSoC - TOLERANCE_SOC ? 'short' : 'well'
}

function powerPath(segments: readonly Segment[], box: { from: number; to: number; fullkW: number }): string {
  const x = (time: number) =>
    ((Math.min(Math.max(time, box.from), box.to) - box.from) / (box.to - box.from)) * STAY_BOX.width
  const y = (powerkW: number) => STAY_BOX.height * (1 - Math.min(1, powerkW / box.fullkW))
  const drawn = segments.filter((one) => one.powerkW > 0 && one.to > box.from && one.from < box.to)
  return stepAreaPath(
    drawn.map((one) => ({ from: x(one.from), to: x(one.to), y: y(one.powerkW) })),
    STAY_BOX.height,
  )
}
