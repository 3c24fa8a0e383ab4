import { type StepRow, stepRows } from '@/components/charts/step-rows'
import type { Phase, PowerStretch } from '@/components/schedule/schedule-series'

/** A line of the chart: a phase's power, or the charge; what happened apart from what is planned. */
export type Part = `${Phase | 'soc'}-${'past' | 'planned'}`
export type ScheduleRow = StepRow<PowerStretch, Partial<Record<Part, number>>>

/** The name of what a stretch is drawn as. */
export function partOf(name: Phase | 'soc', { past }: Pick<PowerStretch, 'past'>): Part {
  return `${name}-${past ? 'past' : 'planned'}`
}

/** A schedule's stretches as the points of its chart: power in steps, the charge from the beginning of each to its end. */
export function scheduleRows(stretches: readonly PowerStretch[]): ScheduleRow[] {
  return stepRows(
    stretches,
    (one, edge): Partial<Record<Part, number>> => ({
      [partOf(one.phase, one)]: one.powerkW > 0 ? one.powerkW : undefined,
      [partOf('soc', one)]:
        one.startSoc === undefined || one.endSoc === undefined
          ? undefined
          : edge === 'from'
            ? one.startSoc
            : one.endSoc,
    }),
  )
}
