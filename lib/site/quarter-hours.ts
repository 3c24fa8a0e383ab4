import type { PowerInterval } from '@/lib/planner/problem'
import { type Interval, QUARTER_MS } from '@/lib/time/interval'

/** The beginning of the quarter-hour in which an instant lies. */
export const quarterBegin = (instant: number): number => Math.floor(instant / QUARTER_MS) * QUARTER_MS

/** The clock quarter-hours that `range` touches, none if it is empty; of the first and the last only the part that lies in it. */
export function quartersOf(range: Interval): Interval[] {
  if (range.to <= range.from) return []
  const first = quarterBegin(range.from)
  const count = Math.max(0, Math.ceil((range.to - first) / QUARTER_MS))
  return Array.from({ length: count }, (_, index) => ({
    from: Math.max(range.from, first + index * QUARTER_MS),
    to: Math.min(range.to, first + (index + 1) * QUARTER_MS),
  }))
}

/** The mean of the sum of `levels` in each of `quartersOf(range)`; where no level is, it is 0. */
export function quarterMeans(levels: readonly PowerInterval[], range: Interval): Float64Array {
  const quarters = quartersOf(range)
  const first = quarterBegin(range.from)
  const sums = new Float64Array(quarters.length)
  for (const { from, to, powerkW } of levels) {
    const end = Math.min(to, range.to)
    let begin = Math.max(from, range.from)
    while (begin < end) {
      const index = Math.floor((begin - first) / QUARTER_MS)
      const until = Math.min(end, first + (index + 1) * QUARTER_MS)
      sums[index] = (sums[index] ?? 0) + powerkW * (until - begin)
      begin = until
    }
  }
  return sums.map((sum, index) => {
    const quarter = quarters[index]
    return quarter ? sum / (quarter.to - quarter.from) : 0
  })
}

/** The quarter-hours of `range` that any of `levels` touches, a level of 0 too. */
export function touchedQuarters(levels: readonly Interval[], range: Interval): Set<number> {
  const first = quarterBegin(range.from)
  const touched = new Set<number>()
  for (const { from, to } of levels) {
    const end = Math.min(to, range.to)
    for (let at = quarterBegin(Math.max(from, range.from)); at < end; at += QUARTER_MS)
      touched.add((at - first) / QUARTER_MS)
  }
  return touched
}
