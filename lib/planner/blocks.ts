import { anyBlockInForce, blockInForce, isUnderWay } from '@/lib/planner/block-in-force'
import {
  type Background,
  type Block,
  type BlockTask,
  evenBlock,
  fullestBlock,
  powersOf,
  startsOf,
} from '@/lib/planner/block-shapes'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'

/**
 * Settles the vehicles that cannot pause around the relaxed plan, the least flexible first: each takes the block, early
 * or late, fast or slow, that fits best where the relaxed plan without it leaves off. Adds the blocks to the grid's base
 * load. Where there is no room a block ends early or starts later. With `keepsAll` every block of the plan in force that
 * still fits comes first, whatever it costs.
 */
export function placeBlocks(
  grid: TimeGrid,
  tasks: BlockTask[],
  background: Background,
  keepsAll: boolean,
): (Block | undefined)[] {
  const blocks: (Block | undefined)[] = tasks.map(() => undefined)
  const place = (index: number, block: Block | undefined) => {
    blocks[index] = block
    block?.powerKw.forEach((powerKw, k) => {
      grid.baseKw[block.first + k]! += powerKw / grid.efficiency
      background.siteKw[block.first + k]! += powerKw / grid.efficiency
    })
  }
  const withdraw = ({ relaxedKw }: BlockTask) => {
    for (let i = 0; i < grid.count; i++) background.siteKw[i]! -= relaxedKw[i]! / grid.efficiency
  }
  const order = blockOrder(tasks)
  const kept = new Set<number>()
  for (const index of keepsAll ? order : []) {
    const block = anyBlockInForce(grid, tasks[index]!, background)
    if (!block) continue
    kept.add(index)
    withdraw(tasks[index]!)
    place(index, block)
  }
  for (const index of order) {
    if (kept.has(index)) continue
    withdraw(tasks[index]!)
    place(index, bestBlock(grid, tasks[index]!, background))
  }
  return blocks
}

/**
 * The seconds at which a block of this stay has to end because the grid has no cut at which it could: too fast until the
 * one before, below its least power until the one after.
 */
export function blockCutsS(grid: TimeGrid, stay: Stay): number[] {
  if (stay.maxPowerKw <= 0 || stay.needKwh <= 0) return []
  const fastS = Math.ceil((stay.needKwh / stay.maxPowerKw) * 3600 - 1e-6)
  const slowS = Math.floor((stay.needKwh / stay.minPowerKw) * 3600 + 1e-6)
  const next = grid.atS[indexAt(grid, stay.startS + fastS)]
  if (next !== undefined && next <= Math.min(stay.deadlineS, stay.startS + slowS)) return []
  return [stay.startS + fastS, stay.startS + slowS, stay.deadlineS - fastS].filter(
    (second) => second > stay.startS && second < stay.deadlineS,
  )
}

function blockOrder(tasks: BlockTask[]): number[] {
  const slackS = ({ stay, kwh }: BlockTask) => stay.deadlineS - stay.startS - (kwh / stay.maxPowerKw) * 3600
  return [...tasks.keys()].sort((a, b) => {
    const one = tasks[a]!
    const other = tasks[b]!
    const charging = Number(other.stay.schedule.charging) - Number(one.stay.schedule.charging)
    const priority = other.stay.schedule.priority - one.stay.schedule.priority
    return charging || priority || slackS(one) - slackS(other) || a - b
  })
}

function bestBlock(grid: TimeGrid, task: BlockTask, background: Background): Block | undefined {
  const { stay, kwh, usesMargin } = task
  if (kwh <= 1e-9 || stay.maxPowerKw < stay.minPowerKw) return undefined
  const first = indexAt(grid, stay.startS)
  const end = indexAt(grid, usesMargin ? stay.departureS : stay.deadlineS)
  const mustStart = usesMargin || isUnderWay(stay, grid)
  const starts = mustStart ? [first] : startsOf(grid, task, first, end)
  let best: Block | undefined
  for (const start of starts) {
    for (const powerKw of powersOf(grid, task, start, end)) {
      best = evenBlock(grid, task, background, start, end, powerKw, best?.score ?? Number.POSITIVE_INFINITY) ?? best
    }
  }
  const kept = blockInForce(grid, task, background, first, end)
  if (kept && best && (!mustStart || kept.first === first) && kept.score <= best.score + keepingWorth(best.score))
    return kept
  return best ?? fullestBlock(grid, task, mustStart ? [first] : starts, end)
}

/** How much worse than the best a block of the plan in force may be, to be kept. */
function keepingWorth(score: number): number {
  return 0.5 + 0.05 * Math.abs(score)
}
