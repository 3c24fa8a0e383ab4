import { aboveBlock, type Block, minimumKwhOf } from '@/lib/planner/blocks/block'
import type { Settled, Task } from '@/lib/planner/blocks/task'
import type { Demand } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { incumbentPlan, type PowerInterval } from '@/lib/planner/problem'

/** What is left of a depot above the minimum powers of its blocks. */
export function aboveBlocks(grid: TimeGrid, { problem, demands, stays }: Task, { blocks, promisedKwh }: Settled): Task {
  const previous = { ...problem.previous }
  for (const { stay } of blocks.values()) {
    const own = incumbentPlan(problem, stay.schedule.id)
    if (own.length > 0) previous[stay.schedule.id] = own.map((interval) => aboveMinimum(interval, stay.minPowerKw))
  }
  return {
    problem: { ...problem, previous },
    stays: stays.map((stay) => {
      const block = blocks.get(stay.index)
      if (block) return stayAbove(grid, block)
      return promisedKwh.has(stay.index) ? { ...stay, minPowerKw: 0 } : stay
    }),
    demands: demands.flatMap((demand) => {
      const block = blocks.get(demand.stay)
      if (block) return block.steps ?? [demandAbove(grid, demand, block)]
      return promisedKwh.has(demand.stay) ? [] : [demand]
    }),
  }
}

/** What is above a block is the same in every stage. */
const stayOfBlock = new WeakMap<Block, Stay>()

function stayAbove(grid: TimeGrid, block: Block): Stay {
  const known = stayOfBlock.get(block) ?? aboveBlock(grid, block)
  stayOfBlock.set(block, known)
  return known
}

function aboveMinimum(interval: PowerInterval, minimumKw: number): PowerInterval {
  return { ...interval, powerkW: Math.max(0, interval.powerkW - minimumKw) }
}

function demandAbove(grid: TimeGrid, demand: Demand, block: Block): Demand {
  const { stay, first, end } = block
  const minimumPowerKwh = minimumKwhOf(grid, block)
  const minimumKwh = Math.max(0, demand.minimumKwh - minimumPowerKwh)
  const needKwh = Math.max(0, demand.minimumKwh + demand.restKwh - minimumPowerKwh)
  return {
    stay: demand.stay,
    first,
    end: Math.max(first, Math.min(end, demand.end)),
    marginFirst: Math.max(first, demand.marginFirst),
    marginEnd: Math.min(end, demand.marginEnd),
    powerKw: stay.maxPowerKw - stay.minPowerKw,
    minimumKwh,
    restKwh: Math.max(0, needKwh - minimumKwh),
  }
}
