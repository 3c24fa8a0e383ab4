import type { PowerInterval } from '@/lib/planner/problem'
import { dearerKwh } from '@/lib/planner/run-price'
import { hasRoom, isInOneGo, type Run, roomKw, stillFits } from '@/lib/planner/runs'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'
import type { Wish } from '@/lib/planner/wish'

/** Energies below this, in kWh, are rounding. */
const nothingKwh = 1e-9

/** The run of the plan in force, where the site still has room for it and it still suits the energy. */
export function runInForce(grid: TimeGrid, wish: Wish, previous: PowerInterval[]): Run | undefined {
  const { stay, kwh, flowKwh, at, isUnderWay } = wish
  const own = previous.filter(({ powerkW, to }) => powerkW > 0 && to > grid.atS[0]! * 1000)
  const isWhole = own.every(({ from }, k) => k === 0 || from === own[k - 1]!.to)
  const fromS = Math.max(stay.startS, (own[0]?.from ?? 0) / 1000)
  const toS = (own[own.length - 1]?.to ?? 0) / 1000
  const first = indexAt(grid, fromS)
  const end = indexAt(grid, toS)
  if (!isWhole || toS <= fromS || toS > stay.deadlineS || grid.atS[first] !== fromS || grid.atS[end] !== toS)
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
  const run = { stay, first, end, lostKwh: lostOf(wish, outsideKwh, addedKwh) }
  return stillFits(grid, run) ? run : undefined
}

/** What a run loses: what the wish charges outside of it, and what its least power adds inside beyond that. */
function lostOf({ addedWeight }: Wish, outsideKwh: number, addedKwh: number): number {
  return Math.max(0, outsideKwh) + addedWeight * Math.max(0, addedKwh - Math.max(0, outsideKwh))
}

/**
 * The run that fits a wish best and for whose least power the site has room: long enough for all the energy, short enough
 * that the least power brings no more, around most of what the wish charges. Nothing where no run fits.
 */
export function bestRun(grid: TimeGrid, wish: Wish): Run | undefined {
  if (wish.kwh <= nothingKwh || wish.stay.maxPowerKw < wish.stay.minPowerKw) return undefined
  const asItIs = runAsItIs(grid, wish)
  if (asItIs) return asItIs
  const charges = (i: number) =>
    wish.flowKwh[wish.at + i]! > nothingKwh || (wish.market !== undefined && isTurn(grid, i))
  const anywhere = () => true
  const around = wish.mustGoOn ? undefined : bestAmong(grid, wish, charges)
  const best = around?.lackKwh === 0 ? around : bestAmong(grid, wish, anywhere)
  return best?.run ?? (wish.isUnderWay ? bestRun(grid, { ...wish, isUnderWay: false }) : undefined)
}

/** The run of a wish that charges in one go, never below its least power. */
function runAsItIs(
  grid: TimeGrid,
  { stay, first, end, kwh, flowKwh, at, isUnderWay, mustGoOn }: Wish,
): Run | undefined {
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
  const run = { stay, first: from, end: to, lostKwh: Math.max(0, outsideKwh) }
  return isInOneGo(run) ? run : undefined
}

/** The best run drawn out to both sides as far as its least power brings no more than the wish: more room to choose from. */
export function longestRun(grid: TimeGrid, wish: Wish): Run | undefined {
  const run = bestRun(grid, wish)
  if (!run) return undefined
  const { stay } = run
  let { first, end } = run
  const mayReach = (from: number, to: number) =>
    stay.minPowerKw * (grid.atS[to]! - grid.atS[from]!) <= (wish.kwh + nothingKwh) * 3600
  for (let grew = true; grew; ) {
    grew = false
    if (end < wish.end && hasRoom(grid, end, stay.minPowerKw) && mayReach(first, end + 1)) {
      end++
      grew = true
    }
    if (
      !wish.isUnderWay &&
      first > wish.first &&
      hasRoom(grid, first - 1, stay.minPowerKw) &&
      mayReach(first - 1, end)
    ) {
      first--
      grew = true
    }
  }
  return { ...run, first, end }
}

/** True where the price changes before or after an interval. */
function isTurn({ pricePerKwh }: TimeGrid, i: number): boolean {
  return pricePerKwh[i] !== pricePerKwh[i - 1] || pricePerKwh[i] !== pricePerKwh[i + 1]
}

interface Candidate {
  run: Run
  /** What counts against it, in kWh: what it loses, or where prices say more what it costs. */
  againstKwh: number
  lackKwh: number
  hours: number
}

/** The best of the runs that begin and end with intervals of a kind, or end when they are long enough. */
function bestAmong(grid: TimeGrid, wish: Wish, isBound: (i: number) => boolean): Candidate | undefined {
  const { first, end, isUnderWay, flowKwh, at } = wish
  let best: Candidate | undefined
  let beforeKwh = 0
  for (let from = first; from < (isUnderWay ? first + 1 : end); from++) {
    if (isUnderWay || isBound(from)) best = bestFrom(grid, wish, from, beforeKwh, isBound, best)
    if (best && isInOneGo(best.run) && best.lackKwh === 0) break
    beforeKwh += flowKwh[at + from]!
    if (!wish.market && isBeaten(best, beforeKwh)) break
  }
  return best
}

/** True when a run that loses so much or more cannot be the best. */
function isBeaten(best: Candidate | undefined, lostKwh: number): boolean {
  return best !== undefined && best.lackKwh === 0 && lostKwh > best.againstKwh + nothingKwh
}

/** `beforeKwh` is what the wish charges before: outside of every run from here. */
function bestFrom(
  grid: TimeGrid,
  wish: Wish,
  from: number,
  beforeKwh: number,
  isBound: (i: number) => boolean,
  soFar: Candidate | undefined,
): Candidate | undefined {
  const { stay, end, kwh, flowKwh, at, market } = wish
  const leastKw = stay.minPowerKw
  let best = soFar
  let hours = 0
  let reachKwh = 0
  let lackKwh = kwh
  let outsideKwh = kwh
  let addedKwh = 0
  for (let i = from; i < end && hasRoom(grid, i, leastKw); i++) {
    hours += grid.hours[i]!
    if (leastKw * hours > kwh + nothingKwh) break
    outsideKwh -= flowKwh[at + i]!
    addedKwh += Math.max(0, leastKw * grid.hours[i]! - flowKwh[at + i]!)
    reachKwh += Math.min(stay.maxPowerKw, roomKw(grid, i)) * grid.hours[i]!
    if (!market && isBeaten(best, lostOf(wish, beforeKwh, addedKwh))) break
    const wasShort = lackKwh > 0
    lackKwh = Math.max(0, kwh * (1 - 1e-9) - reachKwh)
    if (!wasShort && !isBound(i)) continue
    const run = { stay, first: from, end: i + 1, lostKwh: lostOf(wish, outsideKwh, addedKwh) }
    const againstKwh = market && !isInOneGo(run) ? dearerKwh(grid, wish, market, from, i + 1) : run.lostKwh
    const candidate = { run, againstKwh, lackKwh, hours }
    if (!best || isBetter(candidate, best)) best = candidate
  }
  return best
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (Math.abs(a.lackKwh - b.lackKwh) > nothingKwh) return a.lackKwh < b.lackKwh
  if (Math.abs(a.againstKwh - b.againstKwh) > nothingKwh) return a.againstKwh < b.againstKwh
  return a.hours < b.hours
}
