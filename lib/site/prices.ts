import type { Tariff } from '@/lib/db/schema/settings'
import type { PriceInterval } from '@/lib/planner/problem'
import { type Level, tariffLevels } from '@/lib/site/week-levels'
import type { Interval } from '@/lib/time/interval'

/** A price of a kWh at the site; `assumed` where the tariff does not say it. */
export type Price = PriceInterval & { assumed: boolean }

/**
 * What a kWh at the site costs at every moment of `range`, in order and without gaps. Unknown is not zero: where the
 * tariff says nothing, the mean of what it says holds, as an assumption. Nothing where it names no price at all.
 */
export function priceIntervals(tariff: Tariff | null, zone: string, range: Interval): Price[] {
  const mean = meanPrice(tariff)
  if (mean === null) return []
  const said = tariffLevels(tariff, zone, range)
  const prices: Price[] = []
  let from = range.from
  const assumeUntil = (to: number) => {
    if (from < to) prices.push({ from, to, perkWh: mean, assumed: true })
  }
  for (const level of said) {
    assumeUntil(level.from)
    prices.push(toPrice(level))
    from = level.to
  }
  assumeUntil(range.to)
  return prices
}

function toPrice({ from, to, value }: Level): Price {
  return { from, to, perkWh: value, assumed: false }
}

/**
 * The mean of the prices of a tariff, weighted by time: of its typical week, or of its dates where it has no week; null
 * where it names no price. It does not depend on the time that is asked about.
 */
export function meanPrice(tariff: Tariff | null): number | null {
  const week = (tariff?.weekly ?? []).map(({ from, to, perkWh }) => ({ length: lengthOf(from, to), perkWh }))
  const dates = (tariff?.dates ?? []).map(({ from, to, perkWh }) => ({ length: to - from, perkWh }))
  const said = (week.length > 0 ? week : dates).filter(({ length }) => length > 0)
  const total = said.reduce((sum, { length }) => sum + length, 0)
  if (total === 0) return null
  return said.reduce((sum, { length, perkWh }) => sum + length * perkWh, 0) / total
}

const MINUTES_OF_DAY = 24 * 60

/** The minutes from one wall-clock time to another, over midnight where the second is earlier. */
function lengthOf(from: string, to: string): number {
  const minutes = minutesOf(to) - minutesOf(from)
  return minutes < 0 ? minutes + MINUTES_OF_DAY : minutes
}

function minutesOf(wallTime: string): number {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number)
  return hours * 60 + minutes
}
