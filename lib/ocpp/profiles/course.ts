/**
 * Power over time: each step holds from its instant (epoch ms) until that of the next, the last one for good; what is
 * before the first step has its power too. Sorted by time, kW at the outlet, never empty.
 */
export type Course = readonly Step[]
export type Step = { from: number; kw: number }

/** Differences below this are those of adding up. */
const NOTHING_KW = 1e-6

export function constant(kw: number): Course {
  return [{ from: 0, kw }]
}

export const NO_POWER = constant(0)

export function powerAt(course: Course, at: number): number {
  return course[indexAt(course, at)]?.kw ?? 0
}

function indexAt(course: Course, at: number): number {
  let low = 0
  let high = course.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((course[middle]?.from ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The course from an instant on: what was before is forgotten. */
export function since(course: Course, at: number): Course {
  const first = indexAt(course, at)
  const [step, ...rest] = course.slice(first)
  return step ? [{ from: Math.max(step.from, at), kw: step.kw }, ...rest] : course
}

/** Neighbours alike in power are one step. */
export function joined(steps: readonly Step[]): Course {
  const course: Step[] = []
  for (const step of steps) {
    const last = course.at(-1)
    if (last && last.from === step.from) course.pop()
    const before = course.at(-1)
    if (!before || Math.abs(before.kw - step.kw) > NOTHING_KW) course.push(step)
  }
  return course
}

/** At each moment what `of` makes of the powers of two courses. */
export function combined(a: Course, b: Course, of: (a: number, b: number) => number): Course {
  const steps: Step[] = []
  let i = 0
  let j = 0
  for (let at = Math.min(a[0]?.from ?? 0, b[0]?.from ?? 0); ; ) {
    while ((a[i + 1]?.from ?? Number.POSITIVE_INFINITY) <= at) i += 1
    while ((b[j + 1]?.from ?? Number.POSITIVE_INFINITY) <= at) j += 1
    steps.push({ from: at, kw: of(a[i]?.kw ?? 0, b[j]?.kw ?? 0) })
    const next = Math.min(nextFrom(a, at, i), nextFrom(b, at, j))
    if (next === Number.POSITIVE_INFINITY) return joined(steps)
    at = next
  }
}

function nextFrom(course: Course, at: number, index: number): number {
  const own = course[index]?.from ?? 0
  return own > at ? own : (course[index + 1]?.from ?? Number.POSITIVE_INFINITY)
}

export function mapped(course: Course, of: (kw: number) => number): Course {
  return joined(course.map(({ from, kw }) => ({ from, kw: of(kw) })))
}

export const highest = (a: Course, b: Course) => combined(a, b, Math.max)
export const lowest = (a: Course, b: Course) => combined(a, b, Math.min)
export const plus = (a: Course, b: Course) => combined(a, b, (one, other) => one + other)
export const minus = (a: Course, b: Course) => combined(a, b, (one, other) => one - other)

/** The sum of any number of courses. */
export function sum(courses: readonly Course[]): Course {
  if (courses.length === 0) return NO_POWER
  if (courses.length === 1) return courses[0] ?? NO_POWER
  const middle = courses.length >> 1
  return plus(sum(courses.slice(0, middle)), sum(courses.slice(middle)))
}

/** `before` until an instant, `after` from then on. */
export function switched(before: Course, at: number, after: Course): Course {
  return joined([...before.filter(({ from }) => from < at), ...since(after, at)])
}

/** Whether `test` holds for the powers of both at some moment of [from, to). */
export function sometime(
  a: Course,
  b: Course,
  { from, to }: { from: number; to: number },
  test: (a: number, b: number) => boolean,
): boolean {
  const cuts = [from, ...[...a, ...b].map((step) => step.from).filter((at) => at > from && at < to)]
  return cuts.some((at) => test(powerAt(a, at), powerAt(b, at)))
}
