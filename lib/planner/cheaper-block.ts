import type { BlockFlow } from '@/lib/planner/block-flow'
import { isUnderWay } from '@/lib/planner/block-in-force'
import { type Block, type BlockTask, roomKw, startsOf } from '@/lib/planner/block-shapes'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'

/** The intervals at which room begins or ceases to be missing, and for each the hours before it in which it is. */
export interface CostlyBounds {
  at: number[]
  hoursBefore: Float64Array
}

/** From where to where a block could charge, and what it would draw at least where room is missing. */
interface Span {
  start: number
  stop: number
  costKwh: number
}

const nothingKwh = 1e-6
/** So many of the spans that cost least are looked at more closely. */
const mostSpans = 8

export function boundsOf({ isCostly, grid }: BlockFlow): CostlyBounds {
  const at: number[] = []
  const hoursBefore = new Float64Array(grid.count + 1)
  for (let i = 0; i < grid.count; i++) {
    hoursBefore[i + 1] = hoursBefore[i]! + (isCostly[i] === 1 ? grid.hours[i]! : 0)
    if (i > 0 && isCostly[i] !== isCostly[i - 1]) at.push(i)
  }
  return { at, hoursBefore }
}

/** The energy of a block in kWh. */
export function energyOf({ hours }: TimeGrid, { first, powerKw }: Block): number {
  let kwh = 0
  for (let k = 0; k < powerKw.length; k++) kwh += powerKw[k]! * hours[first + k]!
  return kwh
}

/** What a stay of so much energy draws at least where room is missing, even if it could pause. */
export function leastCostlyKwh(grid: TimeGrid, stay: Stay, kwh: number, { hoursBefore }: CostlyBounds): number {
  const costlyHours = hoursBefore[indexAt(grid, stay.deadlineS)]! - hoursBefore[indexAt(grid, stay.startS)]!
  const freeHours = (stay.deadlineS - stay.startS) / 3600 - costlyHours
  return Math.max(0, kwh - freeHours * stay.maxPowerKw)
}

/**
 * The block of the same energy that draws least where room is missing: at one power there, at another elsewhere. Of those
 * that cost alike, the one that pushes least aside.
 */
export function cheaperBlock(flow: BlockFlow, task: BlockTask, out: Block, bounds: CostlyBounds): Block | undefined {
  const kwh = energyOf(flow.grid, out)
  let best: Block | undefined
  for (const span of spansOf(flow.grid, task, kwh, bounds)) {
    const block = twoPowers(flow, task.stay, out, kwh, span)
    if (block && (!best || block.score < best.score)) best = block
  }
  return best
}

/** The spans that cost least, a few spread over all of them. Only where room begins or ceases to be missing it matters. */
function spansOf(grid: TimeGrid, task: BlockTask, kwh: number, { at, hoursBefore }: CostlyBounds): Span[] {
  const { startS, deadlineS, maxPowerKw, minPowerKw } = task.stay
  const first = indexAt(grid, startS)
  const end = indexAt(grid, deadlineS)
  const inside = at.filter((i) => i > first && i < end)
  const mustStart = isUnderWay(task.stay, grid)
  const spread = mustStart ? [first] : startsOf(grid, task, first, end)
  const latest = spread[spread.length - 1] ?? first
  let spans: Span[] = []
  let leastKwh = Number.POSITIVE_INFINITY
  const look = (start: number, stop: number) => {
    const costlyHours = hoursBefore[stop]! - hoursBefore[start]!
    const freeHours = (grid.atS[stop]! - grid.atS[start]!) / 3600 - costlyHours
    const costKwh = Math.max(costlyHours * minPowerKw, kwh - freeHours * maxPowerKw)
    if (costKwh > leastKwh + nothingKwh) return
    if (costKwh < leastKwh - nothingKwh) spans = []
    leastKwh = Math.min(leastKwh, costKwh)
    spans.push({ start, stop, costKwh })
  }
  for (const start of new Set([...spread, ...inside.filter((i) => i <= latest)])) {
    const soonest = Math.max(start + 1, indexAt(grid, grid.atS[start]! + (kwh / maxPowerKw) * 3600 - 1e-6))
    const slowest = Math.min(end, lastAt(grid, grid.atS[start]! + (kwh / minPowerKw) * 3600 + 1e-6))
    if (soonest > slowest) continue
    look(start, soonest)
    for (const i of inside) if (i > soonest && i < slowest) look(start, i)
    if (slowest > soonest) look(start, slowest)
  }
  const step = Math.max(1, Math.ceil(spans.length / mostSpans))
  return spans.filter((_, k) => k % step === 0)
}

/** The last bound of the grid at or before a second. */
function lastAt(grid: TimeGrid, second: number): number {
  const next = indexAt(grid, second)
  return grid.atS[next]! > second ? next - 1 : next
}

/** The block of a span, where the site has room for it once `out` is gone; its score is what it pushes aside, in kWh. */
function twoPowers(
  { grid, isCostly, network }: BlockFlow,
  { minPowerKw, maxPowerKw }: Stay,
  out: Block,
  kwh: number,
  { start, stop, costKwh }: Span,
): Block | undefined {
  let costlyHours = 0
  for (let i = start; i < stop; i++) if (isCostly[i] === 1) costlyHours += grid.hours[i]!
  const freeHours = (grid.atS[stop]! - grid.atS[start]!) / 3600 - costlyHours
  const costlyKw = costlyHours > 0 ? costKwh / costlyHours : 0
  const freeKw = freeHours > 1e-9 ? (kwh - costKwh) / freeHours : 0
  const powerKw: number[] = []
  let score = 0
  for (let i = start; i < stop; i++) {
    const wantedKw = isCostly[i] === 1 ? costlyKw : freeKw
    if (wantedKw < minPowerKw * (1 - 1e-9) || wantedKw > maxPowerKw * (1 + 1e-9)) return undefined
    const kw = Math.min(maxPowerKw, Math.max(minPowerKw, wantedKw))
    const ownKw = out.powerKw[i - out.first] ?? 0
    if (kw > roomKw(grid, i, ownKw) + 1e-9) return undefined
    powerKw.push(kw)
    const slackKw = (network.roomKwh[i]! - network.loadKwh[i]!) / grid.hours[i]! + ownKw
    score += Math.max(0, kw - slackKw) * grid.hours[i]!
  }
  return { first: start, powerKw, score }
}
