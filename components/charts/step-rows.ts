/** A stretch of time with constant values. */
type Stretch = { from: number; to: number }
type Edge = 'from' | 'to'
/** A point of a chart: the values from `at` on, until the next point. */
export type StepRow<Step, Values> = { at: number; step: Step } & Values

/**
 * Stretches as the points of a stepped chart: one at each beginning. Where a value ends, because the next stretch has none
 * or does not follow at once, a point more holds it to its end; a gap in time has a point without values.
 * @param valuesOf the values at an edge of a stretch; what is undefined is not drawn
 */
export function stepRows<Step extends Stretch, Values extends Record<string, unknown>>(
  steps: readonly Step[],
  valuesOf: (step: Step, edge: Edge) => Values,
): StepRow<Step, Partial<Values>>[] {
  return steps.flatMap((step, index) => {
    const row = { at: step.from, step, ...valuesOf(step, 'from') }
    const end = { at: step.to, step, ...valuesOf(step, 'to') }
    const next = steps[index + 1]
    if (!next) return [row, end]
    if (next.from > step.to) return [row, end, { at: step.to, step } as StepRow<Step, Partial<Values>>]
    return isCarriedOn(end, valuesOf(next, 'from')) ? [row] : [row, end]
  })
}

function isCarriedOn(values: Record<string, unknown>, next: Record<string, unknown>): boolean {
  return Object.keys(values).every(
    (key) => key === 'at' || key === 'step' || values[key] === undefined || next[key] !== undefined,
  )
}
