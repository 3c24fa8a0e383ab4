import type { Stay } from '@/lib/planner/model/stay'
import type { SchedulePlan } from '@/lib/planner/plan'
import { type Piece, segmentsOf } from '@/lib/planner/segments/segments'

/** The API's `plan` object of one stay from the pieces of power that were decided for it. */
export function schedulePlanOf(stay: Stay, pieces: Piece[]): SchedulePlan {
  const { charging: _, present: __, rank: ___, ...schedule } = stay.schedule
  const usesMargin = pieces.some(({ toS, powerKw }) => powerKw > 0 && toS > stay.endS)
  const segments = segmentsOf(stay, pieces, usesMargin ? stay.departureS : stay.endS)
  const last = segments.findLast(({ powerkW }) => powerkW > 0)
  const endSoc = segments[segments.length - 1]?.endSoc ?? schedule.startSoc
  return {
    schedule: {
      ...schedule,
      ev: {
        ...schedule.ev,
        batteryEnergyNeedkWh: stay.needKwh,
        energyNeedkWh: stay.needKwh + schedule.ev.preconditioning.vehiclePreconditioningEnergykWh,
      },
      tx: {},
    },
    segments,
    pastSegments: [],
    departureMarginMs: schedule.settings.departureMarginMinutes * 60_000,
    endTime: last?.to ?? stay.startS * 1000,
    energyKwh: segments.reduce((sum, { energykWh }) => sum + energykWh, 0),
    endSoc,
    reachedTargetSocInSchedule: endSoc >= stay.targetSoc - 1e-6,
    usesMargin,
  }
}
