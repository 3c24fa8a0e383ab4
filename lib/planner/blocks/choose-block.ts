import { type Block, hasRoom, isInOneGo, roomKw, stillFits } from '@/lib/planner/blocks/block'
import { dearerKwh } from '@/lib/planner/blocks/block-price'
import type { RelaxedSchedule } from '@/lib/planner/blocks/relaxed-schedule'
import { indexAt, type TimeGrid } from '@/lib/planner/model/time-grid'
import type { PowerInterval } from '@/lib/planner/problem'

/** Energies below this, in kWh, are rounding. */
const nothingKwh = 1e-9

/** The block of the incumbent plan, where the site still has room for it and it still suits the energy. */
export function incumbentBlock(
  grid: TimeGrid,
  relaxedSchedule: RelaxedSchedule,
  previous: PowerInterval[],
): Block | undefined {
  const { stay, kwh, flowKwh, at, isUnderWay } = relaxedSchedule
  const own = previous.filter(({ powerkW, to }) => powerkW > 0 && to > grid.atS[0]! * 1000)
  const isWhole = own.every(({ from }, k) => k === 0 || from === own[k - 1]!.to)
  const fromS = Math.max(stay.startS, (own[0]?.from ?? 0) / 1000)
  const toS = (own[own.length - 1]?.to ?? 0) / 1000
  const first = indexAt(grid, fromS)
  const end = indexAt(grid, toS)
  if (
    !isWhole ||
    toS <= fromS ||
    toS > (stay.curveEndS ?? stay.deadlineS) ||
    grid.atS[first] !== fromS ||
    grid.atS[end] !== toS
  )
    return undefined
  if (isUnderWay && first > 0) return undefined
  const hours = (toS - fromS) / 3600
  if (stay.minPowerKw * hours > kwh + nothingKwh || kwh * (1 - 1e-9) > stay.maxPowerKw * hours) return undefined
  let outsideKwh = kwh
  let addedKwh = 0
  for (let i = first; i < end; i++) {
    outsideKwh -= flowKwh[at + i]!
    addedKwh += Math.max(0, stay.minPowerKw * grid.hours[i]! - flowKwh[at + i]!)
  }
  const block = { stay, first, end, lostKwh: lostOf(relaxedSchedule, outsideKwh, addedKwh) }
  return stillFits(grid, block) ? block : undefined
}

/** What a block loses: what the relaxedSchedule charges outside of it, and what its minimum power adds inside beyond that. */
function lostOf({ addedWeight }: RelaxedSchedule, outsideKwh: number, addedKwh: number): number {
  return Math.max(0, outsideKwh) + addedWeight * Math.max(0, addedKwh - Math.max(0, outsideKwh))
}

/**
 * The block that fits a relaxedSchedule best and for whose minimum power the site has room: long enough for all the energy, short enough
 * that the minimum power brings no more, around most of what the relaxedSchedule charges. Nothing where no block fits.
 */
export function bestBlock(grid: TimeGrid, relaxedSchedule: RelaxedSchedule): Block | undefined {
  if (relaxedSchedule.kwh <= nothingKwh || relaxedSchedule.stay.maxPowerKw < relaxedSchedule.stay.minPowerKw)
    return undefined
  const asItIs = blockAsItIs(grid, relaxedSchedule)
  if (asItIs) return asItIs
  const charges = (i: number) =>
    relaxedSchedule.flowKwh[relaxedSchedule.at + i]! > nothingKwh ||
    (relaxedSchedule.market !== undefined && isTurn(grid, i))
  const anywhere = () => true
  const around = relaxedSchedule.mustGoOn ? undefined : bestAmong(grid, relaxedSchedule, charges)
  const best = around?.lackKwh === 0 ? around : bestAmong(grid, relaxedSchedule, anywhere)
  return (
    best?.block ?? (relaxedSchedule.isUnderWay ? bestBlock(grid, { ...relaxedSchedule, isUnderWay: false }) : undefined)
  )
}

/** The block of a relaxedSchedule that charges in one go, never below its minimum power. */
function blockAsItIs(
  grid: TimeGrid,
  { stay, first, end, kwh, flowKwh, at, isUnderWay, mustGoOn }: RelaxedSchedule,
): Block | undefined {
  if (mustGoOn) return undefined
  let from = first
  let to = end
  while (from < to && flowKwh[at + from]! <= nothingKwh) from++
  while (to > from && flowKwh[at + to - 1]! <= nothingKwh) to--
  if (isUnderWay && from > first) return undefined
  let outsideKwh = kwh
  for (let i = from; i < to; i++) {
    if (flowKwh[at + i]! < stay.minPowerKw * grid.hours[i]! || !hasRoom(grid, i, stay.minPowerKw)) return undefined
    outsideKwh -= flowKwh[at + i]!
  }
  const block = { stay, first: from, end: to, lostKwh: Math.max(0, outsideKwh) }
  return isInOneGo(block) ? block : undefined
}

/** The best block drawn out to both sides as far as its minimum power brings no more than the relaxedSchedule: more room to choose from. */
export function longestBlock(grid: TimeGrid, relaxedSchedule: RelaxedSchedule): Block | undefined {
  const block = bestBlock(grid, relaxedSchedule)
  if (!block) return undefined
  const { stay } = block
  let { first, end } = block
  const mayReach = (from: number, to: number) =>
    stay.minPowerKw * (grid.atS[to]! - grid.atS[from]!) <= (relaxedSchedule.kwh + nothingKwh) * 3600
  for (let grew = true; grew; ) {
    grew = false
    if (end < relaxedSchedule.end && hasRoom(grid, end, stay.minPowerKw) && mayReach(first, end + 1)) {
      end++
      grew = true
    }
    if (
      !relaxedSchedule.isUnderWay &&
      first > relaxedSchedule.first &&
      hasRoom(grid, first - 1, stay.minPowerKw) &&
      mayReach(first - 1, end)
    ) {
      first--
      grew = true
    }
  }
  return { ...block, first, end }
}

/** True where the price changes before or after an interval. */
function isTurn({ pricePerKwh }: TimeGrid, i: number): boolean {
  return pricePerKwh[i] !== pricePerKwh[i - 1] || pricePerKwh[i] !== pricePerKwh[i + 1]
}

interface Candidate {
  block: Block
  /** What counts against it, in kWh: what it loses, or where prices say more what it costs. */
  againstKwh: number
  lackKwh: number
  hours: number
}

/** The best of the blocks that begin and end with intervals of a kind, or end when they are long enough. */
function bestAmong(
  grid: TimeGrid,
  relaxedSchedule: RelaxedSchedule,
  isBound: (i: number) => boolean,
): Candidate | undefined {
  const { first, end, isUnderWay, flowKwh, at } = relaxedSchedule
  let best: Candidate | undefined
  let beforeKwh = 0
  for (let from = first; from < (isUnderWay ? first + 1 : end); from++) {
    if (isUnderWay || isBound(from)) best = bestFrom(grid, relaxedSchedule, from, beforeKwh, isBound, best)
    if (best && isInOneGo(best.block) && best.lackKwh === 0) break
    beforeKwh += flowKwh[at + from]!
    if (!relaxedSchedule.market && isBeaten(best, beforeKwh)) break
  }
  return best
}

/** True when a block that loses so much or more cannot be the best. */
function isBeaten(best: Candidate | undefined, lostKwh: number): boolean {
  return best !== undefined && best.lackKwh === 0 && lostKwh > best.againstKwh + nothingKwh
}

/** `beforeKwh` is what the relaxedSchedule charges before: outside of every block from here. */
function bestFrom(
  grid: TimeGrid,
  relaxedSchedule: RelaxedSchedule,
  from: number,
  beforeKwh: number,
  isBound: (i: number) => boolean,
  soFar: Candidate | undefined,
): Candidate | undefined {
  const { stay, end, kwh, flowKwh, at, market } = relaxedSchedule
  const minimumKw = stay.minPowerKw
  let best = soFar
  let hours = 0
  let reachKwh = 0
  let lackKwh = kwh
  let outsideKwh = kwh
  let addedKwh = 0
  for (let i = from; i < end && hasRoom(grid, i, minimumKw); i++) {
    hours += grid.hours[i]!
    if (minimumKw * hours > kwh + nothingKwh) break
    outsideKwh -= flowKwh[at + i]!
    addedKwh += Math.max(0, minimumKw * grid.hours[i]! - flowKwh[at + i]!)
    reachKwh += Math.min(stay.maxPowerKw, roomKw(grid, i)) * grid.hours[i]!
    if (!market && isBeaten(best, lostOf(relaxedSchedule, beforeKwh, addedKwh))) break
    const wasShort = lackKwh > 0
    lackKwh = Math.max(0, kwh * (1 - 1e-9) - reachKwh)
    if (!wasShort && !isBound(i)) continue
    const block = { stay, first: from, end: i + 1, lostKwh: lostOf(relaxedSchedule, outsideKwh, addedKwh) }
    const againstKwh =
      market && !isInOneGo(block) ? dearerKwh(grid, relaxedSchedule, market, from, i + 1) : block.lostKwh
    const candidate = { block, againstKwh, lackKwh, hours }
    if (!best || isBetter(candidate, best)) best = candidate
  }
  return best
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (Math.abs(a.lackKwh - b.lackKwh) > nothingKwh) return a.lackKwh < b.lackKwh
  if (Math.abs(a.againstKwh - b.againstKwh) > nothingKwh) return a.againstKwh < b.againstKwh
  return a.hours < b.hours
}
