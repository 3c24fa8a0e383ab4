/** A straight scale and its inverse. */
export type Scale = { (value: number): number; invert: (place: number) => number }

/**
 * Maps `[from, to]` to `[start, end]` in pixels, straight; for a vertical axis let `start` be below `end`.
 *
 * @example linearScale([0, 10], [0, 100])(5) // 50
 */
export function linearScale([from, to]: [number, number], [start, end]: [number, number]): Scale {
  const factor = to === from ? 0 : (end - start) / (to - from)
  const scale = (value: number) => start + (value - from) * factor
  return Object.assign(scale, { invert: (place: number) => (factor === 0 ? from : from + (place - start) / factor) })
}
