import { type Course, joined, type Step, since } from '@/lib/ocpp/profiles/course'
import type { Abilities } from '@/lib/stations/station-state'

/** OCPP's own rates: a current is of all phases together here, three at the usual voltage. */
export const VOLTS = 230
export const PHASES = 3

export type RateUnit = 'W' | 'A'

/** The unit in which a station is told its limits: power, unless it says that it takes a current alone. */
export function rateUnitOf(abilities: Pick<Abilities, 'rateUnits'> | undefined): RateUnit {
  const units = abilities?.rateUnits ?? []
  return !units.includes('W') && units.includes('A') ? 'A' : 'W'
}

/** A power as a station can be told it, never more. */
export function toRate(kw: number, unit: RateUnit): number {
  if (unit === 'W') return Math.max(0, Math.floor(kw * 1000 + 1e-3))
  return Math.max(0, Math.floor((kw * 10_000) / (VOLTS * PHASES) + 1e-6) / 10)
}

export function fromRate(rate: number, unit: RateUnit): number {
  return unit === 'W' ? rate / 1000 : (rate * VOLTS * PHASES) / 1000
}

/** So many periods every station holds that says nothing. */
const USUAL_PERIODS = 20

/**
 * A course as a station can hold it: so many periods at most, in whole seconds and in its unit, at every moment at or
 * below what it was. What does not fit any more is one last period, as low as the lowest of it.
 * @returns `exactUntil` where that last period begins, if there is one
 */
export function folded(
  course: Course,
  { now, until, unit, mostPeriods }: { now: number; until?: number; unit: RateUnit; mostPeriods?: number },
): { course: Course; exactUntil?: number } {
  const inside = since(course, now).filter(({ from }, index) => index === 0 || until === undefined || from < until)
  const steps = joined(wholeSeconds(inside.map(({ from, kw }) => ({ from, kw: fromRate(toRate(kw, unit), unit) }))))
  const most = Math.max(1, mostPeriods ?? USUAL_PERIODS)
  if (steps.length <= most) return { course: steps }
  const kept = steps.slice(0, most - 1)
  const rest = steps.slice(most - 1)
  const from = rest[0]?.from ?? now
  return { course: joined([...kept, { from, kw: Math.min(...rest.map(({ kw }) => kw)) }]), exactUntil: from }
}

/** A step up begins at the next whole second, a step down at the one before: never above what it was. */
function wholeSeconds(steps: readonly Step[]): Step[] {
  const whole: Step[] = []
  for (const [index, { from, kw }] of steps.entries()) {
    const before = whole.at(-1)
    if (index === 0 || !before) {
      whole.push({ from: Math.floor(from / 1000) * 1000, kw })
      continue
    }
    const at = kw > before.kw ? Math.ceil(from / 1000) * 1000 : Math.floor(from / 1000) * 1000
    if (at <= before.from) whole[whole.length - 1] = { from: before.from, kw: Math.min(before.kw, kw) }
    else whole.push({ from: at, kw })
  }
  return whole
}
