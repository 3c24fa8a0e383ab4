/** A fault of a SoC: the property and a sentence. */
export type SocFault = { path: 'targetSoC' | 'minimumSoC'; message: string }

/**
 * The targets and minimums among `said` that look like fractions of one: above 0 and at most 1. SoC is in percent, and
 * nobody wants a vehicle to leave with 0.8 %.
 */
export function fractionalSocs(said: { targetSoC?: number | null; minimumSoC?: number | null }): SocFault[] {
  return (['targetSoC', 'minimumSoC'] as const).flatMap((path) => {
    const value = said[path]
    if (value == null || value <= 0 || value > 1) return []
    const percent = Math.round(value * 1e4) / 100
    return [{ path, message: `looks like a fraction of one: SoC is in percent, so send ${percent} for ${percent} %` }]
  })
}
