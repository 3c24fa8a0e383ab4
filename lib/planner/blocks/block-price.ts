import { roomKw } from '@/lib/planner/blocks/block'
import type { Market } from '@/lib/planner/blocks/market'
import type { RelaxedSchedule } from '@/lib/planner/blocks/relaxed-schedule'
import type { TimeGrid } from '@/lib/planner/model/time-grid'

/**
 * What a block costs more than the relaxedSchedule, in kWh: energy that others would have to make way for counts as itself, and money as
 * the kWh that would have to move from the cheapest price to the dearest. The block takes its minimum power, and then what is
 * cheapest of its own and of what is free.
 */
export function dearerKwh(
  grid: TimeGrid,
  relaxedSchedule: RelaxedSchedule,
  market: Market,
  first: number,
  end: number,
): number {
  const { stay, kwh, flowKwh, at } = relaxedSchedule
  const capKwh = (i: number) =>
    Math.min(
      Math.min(stay.maxPowerKw, roomKw(grid, i)) * grid.hours[i]!,
      flowKwh[at + i]! + Math.max(0, market.freeKwh[i]!),
    )
  let leftKwh = kwh
  let pushedKwh = 0
  let money = 0
  for (let i = first; i < end; i++) {
    const minimumPowerKwh = stay.minPowerKw * grid.hours[i]!
    leftKwh -= minimumPowerKwh
    pushedKwh += Math.max(0, minimumPowerKwh - capKwh(i))
    money += minimumPowerKwh * grid.pricePerKwh[i]!
  }
  for (const i of market.cheapestFirst) {
    if (i < first || i >= end || leftKwh <= 0) continue
    const moreKwh = Math.min(leftKwh, Math.max(0, capKwh(i) - stay.minPowerKw * grid.hours[i]!))
    leftKwh -= moreKwh
    money += moreKwh * grid.pricePerKwh[i]!
  }
  for (let i = relaxedSchedule.first; i < relaxedSchedule.end; i++) money -= flowKwh[at + i]! * grid.pricePerKwh[i]!
  return pushedKwh + Math.max(0, leftKwh) + (market.spreadPerKwh > 0 ? money / market.spreadPerKwh : 0)
}
