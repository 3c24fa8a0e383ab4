/** One broken rule of a plan: which rule, whose plan (absent: the depot's), from when (epoch ms), and what was found. */
export interface Violation {
  rule: string
  scheduleId?: string
  atMs?: number
  found: string
}

/** True when two quantities are the same to 1e-6, relative to the larger of 1 and their size. */
export function alike(a: number, b: number, tolerance = 1e-6): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))
}

/** True when `value` is above `bound` by more than the tolerance allows; also when either is not a number. */
export function exceeds(value: number, bound: number, tolerance = 1e-6): boolean {
  return !(value <= bound + tolerance * Math.max(1, Math.abs(bound)))
}
