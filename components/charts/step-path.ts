/** A stretch of constant power on a chart's own axes: `x` from left to right, `y` downwards. */
export type Step = { from: number; to: number; y: number }

/**
 * The outline of a stepped area above a base line; stretches that do not touch become areas of their own.
 *
 * @example stepAreaPath([{ from: 0, to: 10, y: 4 }], 20) // 'M0 20V4H10V20Z'
 */
export function stepAreaPath(steps: readonly Step[], base: number): string {
  return runsOf(steps)
    .map(
      (run) =>
        `M${place(run[0]?.from ?? 0)} ${place(base)}${run.map((step) => `V${place(step.y)}H${place(step.to)}`).join('')}V${place(base)}Z`,
    )
    .join('')
}

/**
 * The same area as a CSS clip of a box of 100 × 100, for fills that must not be stretched, such as a hatch; nothing where
 * there is no area.
 *
 * @example stepAreaClip([{ from: 0, to: 50, y: 40 }]) // 'polygon(0% 100%, 0% 40%, 50% 40%, 50% 100%)'
 */
export function stepAreaClip(steps: readonly Step[]): string | undefined {
  const corners = runsOf(steps).flatMap((run) => [
    [run[0]?.from ?? 0, 100],
    ...run.flatMap(({ from, to, y }) => [
      [from, y],
      [to, y],
    ]),
    [run.at(-1)?.to ?? 0, 100],
  ])
  if (corners.length === 0) return undefined
  return `polygon(${corners.map(([x = 0, y = 0]) => `${place(x)}% ${place(y)}%`).join(', ')})`
}

/**
 * The upper edge of the same stretches as a line.
 *
 * @example stepLinePath([{ from: 0, to: 10, y: 4 }, { from: 10, to: 20, y: 8 }]) // 'M0 4H10V8H20'
 */
export function stepLinePath(steps: readonly Step[]): string {
  return runsOf(steps)
    .map((run) => {
      const [first, ...rest] = run
      if (!first) return ''
      return `M${place(first.from)} ${place(first.y)}H${place(first.to)}${rest.map((step) => `V${place(step.y)}H${place(step.to)}`).join('')}`
    })
    .join('')
}

function runsOf(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = []
  for (const step of steps) {
    const run = runs.at(-1)
    if (run && run.at(-1)?.to === step.from) run.push(step)
    else runs.push([step])
  }
  return runs
}

/** Two decimals are finer than any pixel here, and keep long paths short. */
function place(value: number): number {
  return Math.round(value * 100) / 100
}
