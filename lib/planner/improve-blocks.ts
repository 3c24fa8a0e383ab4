import { type BlockFlow, exchange, kwhWithin, swapLoads } from '@/lib/planner/block-flow'
import type { Block, BlockTask } from '@/lib/planner/block-shapes'
import { boundsOf, cheaperBlock, energyOf, leastCostlyKwh } from '@/lib/planner/cheaper-block'

/** Missing or promising less than this, in kWh, is not worth another try. */
const nothingKwh = 1e-6
/** Rounds of exchanges; a few reach what can be reached on the benchmark's depots of 200 vehicles. */
const mostTries = 10
/** Several blocks at once must free at least this share of what they promise. */
const leastShare = 0.02

/** One block in the place of another of the same stay, and what that promises to free. */
interface Move {
  index: number
  out: Block
  into: Block
  promisedKwh: number
}

/**
 * Places again the blocks that cost others energy, or more than the cap: first those that could draw least where room is
 * missing, as many at once as promise what is missing, and fewer where that deceives. Blocks move only if the flow says
 * that less is missing then. Where no block of the same energy can draw less in the minimum cut, no other places lose
 * less: what is missing is then the price of not pausing.
 */
export function improveBlocks(flow: BlockFlow, tasks: BlockTask[], blocks: (Block | undefined)[]): void {
  const refused = new Set<number>()
  let most = tasks.length
  flow.isCostly.set(flow.isCut)
  for (let tries = 0; tries < mostTries && flow.missingKwh > nothingKwh; tries++) {
    const moves = promisingMoves(flow, tasks, blocks, refused, most)
    const [first] = moves
    if (!first) return
    if (free(flow, moves)) {
      flow.isCostly.set(flow.isCut)
      for (const { index, into } of moves) blocks[index] = into
      most *= 2
    } else if (moves.length > 1) most = Math.max(1, moves.length >> 1)
    else refused.add(first.index)
  }
}

/**
 * Exchanges blocks; takes that back where it frees nothing, or too little of what several promise, and remembers where
 * room would be missing then.
 */
function free(flow: BlockFlow, moves: Move[]): boolean {
  const beforeKwh = flow.missingKwh
  const promisedKwh = moves.reduce((sum, move) => sum + move.promisedKwh, 0)
  const leastKwh = moves.length > 1 ? leastShare * Math.min(beforeKwh, promisedKwh) : 0
  exchange(flow, moves)
  if (flow.missingKwh < beforeKwh - Math.max(nothingKwh, leastKwh)) return true
  for (let i = 0; i < flow.isCut.length; i++) if (flow.isCut[i] === 1) flow.isCostly[i] = 1
  exchange(flow, moves.map(back))
  return false
}

function back({ out, into }: { out: Block; into: Block }): { out: Block; into: Block } {
  return { out: into, into: out }
}

/** At most so many exchanges that together promise what is missing, those first that could free most. */
function promisingMoves(
  flow: BlockFlow,
  tasks: BlockTask[],
  blocks: (Block | undefined)[],
  refused: Set<number>,
  most: number,
): Move[] {
  const bounds = boundsOf(flow)
  const placed = tasks.flatMap((task, index) => {
    const out = blocks[index]
    if (!out || refused.has(index) || task.usesMargin) return []
    const costKwh = kwhWithin(flow.isCostly, flow.grid, out)
    const mostKwh = costKwh - leastCostlyKwh(flow.grid, task.stay, energyOf(flow.grid, out), bounds)
    return mostKwh > nothingKwh ? [{ index, task, out, costKwh, mostKwh }] : []
  })
  placed.sort((a, b) => b.mostKwh - a.mostKwh || a.index - b.index)
  const moves: Move[] = []
  let leftKwh = flow.missingKwh
  for (const { index, task, out, costKwh } of placed) {
    const into = cheaperBlock(flow, task, out, bounds)
    if (!into || costKwh - kwhWithin(flow.isCostly, flow.grid, into) <= nothingKwh) continue
    const promisedKwh = kwhWithin(flow.isCut, flow.grid, out) - kwhWithin(flow.isCut, flow.grid, into)
    if (promisedKwh <= nothingKwh) continue
    moves.push({ index, out, into, promisedKwh })
    swapLoads(flow.grid, { out, into })
    leftKwh -= promisedKwh
    if (leftKwh <= 0 || moves.length >= most) break
  }
  for (const move of moves) swapLoads(flow.grid, back(move))
  return moves
}
