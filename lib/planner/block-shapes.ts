import type { PowerInterval } from '@/lib/planner/problem'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'

/** A vehicle that cannot pause, what it is to get, and how the relaxed plan would charge it. */
export interface BlockTask {
  stay: Stay
  kwh: number
  /** It misses so much that it goes on into its margin. */
  usesMargin: boolean
  /** Its power in each interval of the grid in the relaxed plan, which lets it pause. */
  relaxedKw: Float64Array
  /** The plan in force, where there is one. */
  previous: PowerInterval[]
}

/** What blocks are placed against: the relaxed plan, without the blocks that are placed already and with their own. */
export interface Background {
  /** Site power in each interval. */
  siteKw: Float64Array
  /** What it may reach: the limit, or the cap that the relaxed plan keeps. */
  boundKw: Float64Array
  /** What energy costs the aim; nothing where the site load is to be flat. */
  cost?: EnergyCost
  /** True where no energy costs less than nothing, so that a longer block cannot cost less. */
  isRising: boolean
}

/** What a kWh costs the strategy's aim in each interval: a price, or the hours that it comes late. */
export interface EnergyCost {
  own: Float64Array
  /** The same of a kWh more, when others make way for it. */
  marginal: Float64Array
}

/** One uninterrupted run of power, and what it costs the strategy's aim. */
export interface Block {
  first: number
  /** Power in each interval from `first` on. */
  powerKw: number[]
  score: number
}

const mostStarts = 48
/** How much dearer it gets for others to make way, the more of the site they leave: in marginal costs a whole site. */
const crowdingWeight = 0.25

/** Starts spread over the window, and the latest that is in time at full power. */
export function startsOf(grid: TimeGrid, { stay, kwh }: BlockTask, first: number, end: number): number[] {
  const latestS = stay.deadlineS - (kwh / stay.maxPowerKw) * 3600
  let last = first
  while (last + 1 < end && grid.atS[last + 1]! <= latestS + 1e-6) last++
  const step = Math.max(1, Math.floor((last - first) / mostStarts))
  const starts: number[] = []
  for (let i = first; i < last; i += step) starts.push(i)
  starts.push(last)
  return starts
}

/** From as slow as the window allows to full power. */
export function powersOf(grid: TimeGrid, { stay, kwh }: BlockTask, start: number, end: number): number[] {
  const hours = (grid.atS[end]! - grid.atS[start]!) / 3600
  if (!(hours > 0)) return []
  const slowKw = Math.max(stay.minPowerKw, kwh / hours)
  if (slowKw >= stay.maxPowerKw) return [stay.maxPowerKw]
  return [stay.maxPowerKw, slowKw, slowKw + (stay.maxPowerKw - slowKw) / 3, slowKw + (stay.maxPowerKw - slowKw) / 12]
}

/** A block of one power that ends on the grid, where the site has room for it and it costs less than `leastScore`. */
export function evenBlock(
  grid: TimeGrid,
  { stay, kwh }: BlockTask,
  background: Background,
  start: number,
  end: number,
  askedKw: number,
  leastScore: number,
): Block | undefined {
  const stop = Math.min(end, Math.max(start + 1, indexAt(grid, grid.atS[start]! + (kwh / askedKw) * 3600 - 1e-6)))
  const powerKw = (kwh * 3600) / (grid.atS[stop]! - grid.atS[start]!)
  if (powerKw > stay.maxPowerKw * (1 + 1e-12) || powerKw < stay.minPowerKw) return undefined
  let score = 0
  for (let i = start; i < stop; i++) {
    if (powerKw > roomKw(grid, i) + 1e-9 || (background.isRising && score >= leastScore)) return undefined
    score += scoreOf(grid, background, i, powerKw)
  }
  if (score >= leastScore) return undefined
  return { first: start, powerKw: new Array<number>(stop - start).fill(Math.min(powerKw, stay.maxPowerKw)), score }
}

/** The power for vehicles that the limit leaves beside base load and blocks; `ownKw` is in the base load and would go. */
export function roomKw(grid: TimeGrid, i: number, ownKw = 0): number {
  return Math.max(0, (grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency + ownKw)
}

/** What it costs the strategy's aim to draw a power in an interval. */
export function scoreOf(grid: TimeGrid, background: Background, i: number, powerKw: number): number {
  const { cost } = background
  const hours = grid.hours[i]!
  const siteKw = background.siteKw[i]!
  const addedKw = powerKw / grid.efficiency
  if (!cost) return hours * addedKw * (2 * siteKw + addedKw)
  const own = cost.own[i]!
  const boundKw = background.boundKw[i]!
  const overKw = siteKw + addedKw - boundKw
  if (overKw <= 0) return hours * own * addedKw
  const marginal = cost.marginal[i]!
  const crowding = (crowdingWeight * (Math.abs(marginal) || 1) * overKw) / Math.max(1, boundKw)
  return hours * (own * addedKw + (Math.max(0, marginal - own) + crowding) * overKw)
}

/** Where no even block fits: the start from which the room lets most be charged, the earliest of these. */
export function fullestBlock(grid: TimeGrid, task: BlockTask, starts: number[], end: number): Block | undefined {
  let best: Block | undefined
  for (const start of starts) {
    const block = blockAsRoomAllows(grid, task, start, end)
    if (block && (!best || block.score < best.score - 1e-9)) best = block
  }
  return best
}

function blockAsRoomAllows(grid: TimeGrid, { stay, kwh }: BlockTask, start: number, end: number): Block | undefined {
  const powers: number[] = []
  let leftKwh = kwh
  for (let i = start; i < end && leftKwh > 1e-9; i++) {
    const hours = grid.hours[i]!
    const powerKw = Math.min(stay.maxPowerKw, roomKw(grid, i), leftKwh / hours)
    if (powerKw < stay.minPowerKw) break
    powers.push(powerKw)
    leftKwh -= powerKw * hours
  }
  return powers.length > 0 ? { first: start, powerKw: powers, score: leftKwh } : undefined
}
