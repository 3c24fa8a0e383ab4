import { type StepRow, stepRows } from '@/components/charts/step-rows'
import { minutesOf, type WeekSlot } from '@/components/settings/week-slots'
import { WEEKDAYS } from '@/lib/contract/enumerations'

export const DAY_MINUTES = 1_440
export const WEEK_MINUTES = 7 * DAY_MINUTES

/** A value that holds for some minutes of the week, from Monday's midnight on. */
export type WeekStep = { from: number; to: number; value: number; slot: WeekSlot }
export type WeekRow = StepRow<WeekStep, { value?: number }>

/**
 * The hours of a week as the points of its chart. What is not a number or not a time yet is left out; where hours overlap,
 * which the server refuses, those that begin first are drawn.
 */
export function weekRows(slots: readonly WeekSlot[]): WeekRow[] {
  const steps: WeekStep[] = []
  const wanted = slots.map(stepOf).filter(({ from, to, value }) => from < to && Number.isFinite(value))
  for (const step of wanted.sort((a, b) => a.from - b.from)) {
    const from = Math.max(step.from, steps.at(-1)?.to ?? 0)
    if (from < step.to) steps.push({ ...step, from })
  }
  return stepRows(steps, ({ value }) => ({ value }))
}

function stepOf(slot: WeekSlot): WeekStep {
  const midnight = WEEKDAYS.indexOf(slot.day) * DAY_MINUTES
  const to = Math.min(midnight + minutesOf(slot.to), midnight + DAY_MINUTES)
  return { from: midnight + minutesOf(slot.from), to, value: slot.value, slot }
}
