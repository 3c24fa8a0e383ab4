import type { LocationLoad } from '@/lib/contract/location'
import { toTimestamp } from '@/lib/contract/primitives'
import type { PowerInterval, PriceInterval } from '@/lib/planner/problem'
import { HOUR_MS, type Interval, MINUTE_MS } from '@/lib/time/interval'

/** The length of an interval of the answer; a clock quarter-hour, in UTC as in every zone of today. */
export const STEP_MS = 15 * MINUTE_MS

/** What a fleet draws, at the vehicles, and what it misses in the end, kWh. */
export type FleetLoad = { powers: PowerInterval[]; unmetKwh: number }

/** A site in `range`, whose ends lie on quarter-hours. Base load, prices and limits are apart from each other and in order. */
export type SiteLoadInput = {
  range: Interval
  baseLoad: PowerInterval[]
  prices: PriceInterval[]
  limits: PowerInterval[]
  efficiency: number
  demandChargePerKw: number
  peakSoFarKw: number
  planned: FleetLoad
  uncontrolled: FleetLoad
}

/**
 * A site's load as 15-minute means of power at the site (vehicles ÷ efficiency), with totals. Peaks are the highest
 * instantaneous values; energies are at the vehicles; the cost is that of the vehicles' energy and of the demand charge.
 */
export function siteLoad(input: SiteLoadInput): LocationLoad {
  const { range, baseLoad, prices, limits, efficiency, planned, uncontrolled } = input
  const base = means(baseLoad, range)
  const ev = means(planned.powers, range)
  const free = means(uncontrolled.powers, range)
  const price = means(
    prices.map(({ from, to, perkWh }) => ({ from, to, powerkW: perkWh })),
    range,
  )
  const limitKw = lowest(limits, range)
  const intervals = Array.from(base, (baseLoadkW, index) => ({
    from: toTimestamp(range.from + index * STEP_MS),
    to: toTimestamp(range.from + (index + 1) * STEP_MS),
    baseLoadkW: rounded(baseLoadkW),
    evPowerkW: rounded((ev[index] ?? 0) / efficiency),
    ...(limitKw[index] !== undefined && { limitkW: limitKw[index] }),
    pricePerkWh: rounded(price[index] ?? 0, 6),
    uncontrolledkW: rounded((free[index] ?? 0) / efficiency),
  }))
  return { intervals, totals: totalsOf(input, planned), uncontrolled: totalsOf(input, uncontrolled) }
}

function totalsOf(input: SiteLoadInput, { powers, unmetKwh }: FleetLoad): LocationLoad['totals'] {
  const { range, baseLoad, prices, efficiency, demandChargePerKw, peakSoFarKw } = input
  const peakKw = highestPower(
    [...baseLoad, ...powers.map((one) => ({ ...one, powerkW: one.powerkW / efficiency }))],
    range,
  )
  const inRange = powers.map((one) => ({
    ...one,
    from: Math.max(one.from, range.from),
    to: Math.min(one.to, range.to),
  }))
  const drawn = inRange.filter(({ from, to }) => from < to)
  const energyKwh = drawn.reduce((sum, { from, to, powerkW }) => sum + (powerkW * (to - from)) / HOUR_MS, 0)
  const demandCost = demandChargePerKw * Math.max(0, peakKw - peakSoFarKw)
  return {
    peakkW: rounded(peakKw),
    energykWh: rounded(energyKwh),
    unmetkWh: rounded(unmetKwh),
    cost: rounded(energyCost(drawn, prices) / efficiency + demandCost, 4),
  }
}

/** The mean of each quarter-hour of `range`; 0 where nothing is said. */
function means(levels: readonly PowerInterval[], range: Interval): Float64Array {
  const sums = new Float64Array(Math.round((range.to - range.from) / STEP_MS))
  for (const { from, to, powerkW } of levels) {
    const end = Math.min(to, range.to)
    let begin = Math.max(from, range.from)
    while (begin < end) {
      const index = Math.floor((begin - range.from) / STEP_MS)
      const until = Math.min(end, range.from + (index + 1) * STEP_MS)
      sums[index] = (sums[index] ?? 0) + (powerkW * (until - begin)) / STEP_MS
      begin = until
    }
  }
  return sums
}

/** The highest sum of the levels at any moment of `range`; where no level is, the sum is 0. */
export function highestPower(levels: readonly PowerInterval[], range: Interval): number {
  const steps = [
    { at: range.from, powerkW: 0 },
    { at: range.to, powerkW: 0 },
  ]
  for (const { from, to, powerkW } of levels) {
    const begin = Math.max(from, range.from)
    const end = Math.min(to, range.to)
    if (begin < end && powerkW !== 0) steps.push({ at: begin, powerkW }, { at: end, powerkW: -powerkW })
  }
  steps.sort((a, b) => a.at - b.at)
  let highest = Number.NEGATIVE_INFINITY
  let sum = 0
  steps.forEach(({ at, powerkW }, index) => {
    sum += powerkW
    const next = steps[index + 1]
    if (next && next.at > at) highest = Math.max(highest, sum)
  })
  return Number.isFinite(highest) ? highest : 0
}

/** The lowest of the limits that hold in each quarter-hour of `range`; undefined where none does. */
function lowest(limits: readonly PowerInterval[], range: Interval): (number | undefined)[] {
  const least = new Array<number | undefined>(Math.round((range.to - range.from) / STEP_MS)).fill(undefined)
  for (const { from, to, powerkW } of limits) {
    const first = Math.max(0, Math.floor((from - range.from) / STEP_MS))
    const end = Math.min(least.length, Math.ceil((to - range.from) / STEP_MS))
    for (let index = first; index < end; index += 1) least[index] = Math.min(least[index] ?? powerkW, powerkW)
  }
  return least
}

function energyCost(powers: readonly PowerInterval[], prices: readonly PriceInterval[]): number {
  let cost = 0
  for (const { from, to, powerkW } of powers) {
    for (let index = firstEndingAfter(prices, from); index < prices.length; index += 1) {
      const price = prices[index]
      if (!price || price.from >= to) break
      const hours = (Math.min(to, price.to) - Math.max(from, price.from)) / HOUR_MS
      cost += powerkW * hours * price.perkWh
    }
  }
  return cost
}

function firstEndingAfter(prices: readonly PriceInterval[], instant: number): number {
  let low = 0
  let high = prices.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((prices[middle]?.to ?? 0) <= instant) low = middle + 1
    else high = middle
  }
  return low
}

function rounded(value: number, digits = 3): number {
  const factor = 10 ** digits
  // Adding 0 makes a negative zero a plain one.
  return Math.round(value * factor) / factor + 0
}
