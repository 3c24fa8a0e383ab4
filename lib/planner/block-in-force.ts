import { type Background, type Block, type BlockTask, roomKw, scoreOf } from '@/lib/planner/block-shapes'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'

/** True when a block goes on from `now`, whatever the others need. */
export function isUnderWay({ schedule, startS }: Stay, grid: TimeGrid): boolean {
  return schedule.charging && startS === grid.atS[0]
}

/** What the plan in force was to bring from now on. */
function kwhInForce({ atS }: TimeGrid, { previous }: BlockTask): number {
  const nowMs = atS[0]! * 1000
  return previous.reduce(
    (kwh, { from, to, powerkW }) => kwh + (Math.max(0, to - Math.max(from, nowMs)) * powerkW) / 3_600_000,
    0,
  )
}

/** The block of the plan in force where it fits and still brings what it was to bring, even if another would bring more. */
export function anyBlockInForce(grid: TimeGrid, task: BlockTask, background: Background): Block | undefined {
  const { stay, usesMargin } = task
  if (stay.maxPowerKw < stay.minPowerKw) return undefined
  const first = indexAt(grid, stay.startS)
  const end = indexAt(grid, usesMargin ? stay.departureS : stay.deadlineS)
  const block = blockInForce(grid, task, background, first, end, Math.min(task.kwh, kwhInForce(grid, task)) - 1e-6)
  return block && (block.first === first || !(usesMargin || isUnderWay(stay, grid))) ? block : undefined
}

/** The block of the plan in force, where it still fits and still serves the need, or at least `leastKwh` of it. */
export function blockInForce(
  grid: TimeGrid,
  { stay, kwh, previous }: BlockTask,
  background: Background,
  first: number,
  end: number,
  leastKwh = leastKept(stay, kwh),
): Block | undefined {
  const own = previous.filter(({ powerkW, to }) => powerkW > 0 && to > grid.atS[first]! * 1000)
  const fromS = Math.max(stay.startS, Math.round((own[0]?.from ?? 0) / 1000))
  const toS = Math.min(stay.deadlineS, Math.round((own[own.length - 1]?.to ?? 0) / 1000))
  const start = indexAt(grid, fromS)
  if (own.length === 0 || toS <= fromS || grid.atS[start] !== fromS) return undefined
  const powers: number[] = []
  let gotKwh = 0
  let score = 0
  for (let i = start; i < end && grid.atS[i]! < toS; i++) {
    const atMs = grid.atS[i]! * 1000
    const powerKw = own.find(({ from, to }) => from <= atMs && atMs < to)?.powerkW ?? 0
    if (powerKw < stay.minPowerKw || powerKw > Math.min(stay.maxPowerKw, roomKw(grid, i) + 1e-9)) return undefined
    powers.push(powerKw)
    gotKwh += powerKw * grid.hours[i]!
    score += scoreOf(grid, background, i, powerKw)
  }
  return gotKwh >= leastKwh && gotKwh <= stay.needKwh + 1e-6 ? { first: start, powerKw: powers, score } : undefined
}

/** A need that can be served must be; a shortage may differ by a point. */
function leastKept(stay: Stay, kwh: number): number {
  return kwh >= stay.needKwh - 1e-6 ? kwh - 1e-6 : kwh - stay.schedule.ev.batterySizekWh / 100
}
