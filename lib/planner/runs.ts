import type { Piece } from '@/lib/planner/segments'
import type { Stay } from '@/lib/planner/stay'
import type { TimeGrid } from '@/lib/planner/time-grid'

/**
 * The intervals [first, end) through which a vehicle that cannot pause charges without a break, never below its least
 * power. Inside them it is as free as any other.
 */
export interface Run {
  stay: Stay
  first: number
  end: number
  /** What the run costs the plan that let the vehicle pause, in kWh: 0 where that plan charges in one go anyway. */
  lostKwh: number
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

/** True where the plan that lets it pause charges it in one go, so that its least power changes nothing. */
export function isInOneGo({ stay, lostKwh }: Run): boolean {
  return lostKwh <= nothingKwh * Math.max(1, stay.needKwh)
}

/** True while the site still has room for a run's least power. */
export function stillFits(grid: TimeGrid, { stay, first, end }: Run): boolean {
  for (let i = first; i < end; i++) if (!hasRoom(grid, i, stay.minPowerKw)) return false
  return true
}

/** Adds the least power of a run to the grid's base load, or takes it out. */
export function reserveLeast(grid: TimeGrid, { stay, first, end }: Run, sign: 1 | -1): void {
  for (let i = first; i < end; i++) grid.baseKw[i]! += (sign * stay.minPowerKw) / grid.efficiency
}

/** What a run's least power brings, in kWh. */
export function leastKwhOf({ atS }: TimeGrid, { stay, first, end }: Run): number {
  return (stay.minPowerKw * (atS[end]! - atS[first]!)) / 3600
}

/** A stay without what its run reserves: nobody else who cannot pause has no least power. */
export function aboveRun(grid: TimeGrid, run: Run): Stay {
  const { stay } = run
  const leastKwh = leastKwhOf(grid, run)
  const needKwh = Math.max(0, stay.needKwh - leastKwh)
  return { ...stay, minPowerKw: 0, needKwh, minimumNeedKwh: Math.max(0, stay.minimumNeedKwh - leastKwh) }
}

/** True for what `aboveRun` gives. */
export function isAboveRun({ schedule, minPowerKw }: Stay): boolean {
  return !schedule.ev.supportsPausing && minPowerKw === 0
}

/** The pieces of a run: what is charged above its least power, and that. */
export function withLeast(grid: TimeGrid, { stay, first, end }: Run, above: Piece[]): Piece[] {
  const leastKw = stay.minPowerKw
  const pieces: Piece[] = []
  let atS = grid.atS[first]!
  const put = (toS: number, powerKw: number) => {
    if (toS > atS) pieces.push({ fromS: atS, toS, powerKw: Math.min(powerKw, stay.maxPowerKw) })
    atS = Math.max(atS, toS)
  }
  for (const { fromS, toS, powerKw } of above.toSorted((a, b) => a.fromS - b.fromS)) {
    put(fromS, leastKw)
    put(toS, leastKw + powerKw)
  }
  put(grid.atS[end]!, leastKw)
  return pieces
}
