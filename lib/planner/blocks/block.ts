import type { Demand } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import type { Piece } from '@/lib/planner/segments/segments'

/**
 * The intervals [first, end) through which a vehicle that cannot pause charges without a break, never below its least
 * power. Inside them it is as free as any other.
 */
export interface Block {
  stay: Stay
  first: number
  end: number
  /** What the block costs the plan that let the vehicle pause, in kWh: 0 where that plan charges in one go anyway. */
  lostKwh: number
  /** What the vehicle asks above its minimum power where its curve holds it: demands in windows after one another. */
  steps?: Demand[]
}

/** Energies below this, in kWh, are rounding. */
const nothingKwh = 1e-9

/** The room for vehicles in an interval beside what is there anyway, in kW at the vehicle. */
export function roomKw({ limitKw, baseKw, efficiency }: TimeGrid, i: number): number {
  return (limitKw[i]! - baseKw[i]!) * efficiency
}

/** True where the site has room for a power, in kW at the vehicle. */
export function hasRoom(grid: TimeGrid, i: number, kw: number): boolean {
  return roomKw(grid, i) >= kw * (1 - 1e-12)
}

/** True where the plan that lets it pause charges it in one go, so that its minimum power changes nothing. */
export function isInOneGo({ stay, lostKwh }: Block): boolean {
  return lostKwh <= nothingKwh * Math.max(1, stay.needKwh)
}

/** True while the site still has room for a block's minimum power. */
export function stillFits(grid: TimeGrid, { stay, first, end }: Block): boolean {
  for (let i = first; i < end; i++) if (!hasRoom(grid, i, stay.minPowerKw)) return false
  return true
}

/** Adds the minimum power of a block to the grid's base load, or takes it out. */
export function reserveMinimum(grid: TimeGrid, { stay, first, end }: Block, sign: 1 | -1): void {
  for (let i = first; i < end; i++) grid.baseKw[i]! += (sign * stay.minPowerKw) / grid.efficiency
}

/** What a block's minimum power brings, in kWh. */
export function minimumKwhOf({ atS }: TimeGrid, { stay, first, end }: Block): number {
  return (stay.minPowerKw * (atS[end]! - atS[first]!)) / 3600
}

/** A stay without what its block reserves: no other vehicle that cannot pause is without a minimum power. */
export function aboveBlock(grid: TimeGrid, block: Block): Stay {
  const { stay } = block
  const minimumPowerKwh = minimumKwhOf(grid, block)
  const needKwh = Math.max(0, stay.needKwh - minimumPowerKwh)
  return { ...stay, minPowerKw: 0, needKwh, minimumNeedKwh: Math.max(0, stay.minimumNeedKwh - minimumPowerKwh) }
}

/** True for what `aboveBlock` gives. */
export function isAboveBlock({ schedule, minPowerKw }: Stay): boolean {
  return !schedule.ev.supportsPausing && minPowerKw === 0
}

/** The pieces of a block: what is charged above its minimum power, and that. */
export function withMinimum(grid: TimeGrid, { stay, first, end }: Block, above: Piece[]): Piece[] {
  const minimumKw = stay.minPowerKw
  const pieces: Piece[] = []
  let atS = grid.atS[first]!
  const put = (toS: number, powerKw: number) => {
    if (toS > atS) pieces.push({ fromS: atS, toS, powerKw: Math.min(powerKw, stay.maxPowerKw) })
    atS = Math.max(atS, toS)
  }
  for (const { fromS, toS, powerKw } of above.toSorted((a, b) => a.fromS - b.fromS)) {
    put(fromS, minimumKw)
    put(toS, minimumKw + powerKw)
  }
  put(grid.atS[end]!, minimumKw)
  return pieces
}
