/** The lower of two limits on removals, where any is set: whoever sends both means the stricter one. */
export function lowerLimit(...limits: (number | null | undefined)[]): number | undefined {
  const set = limits.filter((limit) => limit != null)
  return set.length > 0 ? Math.min(...set) : undefined
}
