import type { PriceInterval } from '@/lib/planner/problem'

/**
 * The price per kWh where none is given: the time-weighted mean of those that are, 0 if none is. An unknown price is no
 * reason to charge then, nor to avoid it.
 */
export function meanPricePerKwh(prices: readonly PriceInterval[]): number {
  let ms = 0
  let sum = 0
  for (const { from, to, perkWh } of prices) {
    ms += to - from
    sum += perkWh * (to - from)
  }
  return ms > 0 ? sum / ms : 0
}

/** The price per kWh at an instant, epoch ms. */
export function priceAt(prices: readonly PriceInterval[], ms: number): number {
  return prices.find(({ from, to }) => from <= ms && ms < to)?.perkWh ?? meanPricePerKwh(prices)
}

/** The integral of the price over [from, to), in currency hours per kWh. `prices` in the order of time. */
export function pricedHours(prices: readonly PriceInterval[], meanPerKwh: number, from: number, to: number): number {
  let low = 0
  let high = prices.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (prices[middle]!.to <= from) low = middle + 1
    else high = middle
  }
  let sum = 0
  let unpricedMs = to - from
  for (let k = low; k < prices.length && prices[k]!.from < to; k++) {
    const price = prices[k]!
    const ms = Math.max(0, Math.min(to, price.to) - Math.max(from, price.from))
    sum += price.perkWh * ms
    unpricedMs -= ms
  }
  return (sum + meanPerKwh * unpricedMs) / 3_600_000
}
