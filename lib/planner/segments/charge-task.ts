import type { Piece } from '@/lib/planner/segments/segments'

/** Nobody draws another power for less than a minute. */
export const shortestS = 60

/** Room in kW that is rounding. */
export const tinyKw = 1e-8

/** An energy that a vehicle is to get within a stretch of time, at powers of its own bounds. */
export interface ChargeTask {
  kwh: number
  maxKw: number
  /** The minimum power that is not 0. */
  minimumKw: number
  /** It comes at full power out of the time before: to go on is no step of power. */
  goesOn: boolean
  /** It draws its minimum power beside this, all the time: what is left after it is a step of power too. */
  restsOn: boolean
}

/**
 * The shortest piece that brings an energy: on whole seconds, and at least a minute, but for a vehicle that goes on at full power
 * and may stop at any second.
 */
export function wholePiece({ maxKw, goesOn }: ChargeTask, kwh: number, fromS: number): Piece {
  const neededS = (kwh / maxKw) * 3600
  const isWhole = Math.abs(neededS - Math.round(neededS)) < 1e-6
  const seconds = Math.max(goesOn && isWhole ? 1 : shortestS, Math.ceil(neededS - 1e-6))
  return { fromS, toS: fromS + seconds, powerKw: roundedKw((kwh * 3600) / seconds, maxKw, seconds) }
}

/** A power that misses the maximum by rounding is the maximum. */
export function roundedKw(powerKw: number, maxKw: number, seconds: number): number {
  const missedKw = Math.abs(maxKw - powerKw)
  return missedKw * (seconds / 3600) <= 1e-8 || missedKw <= 1e-9 * maxKw ? maxKw : powerKw
}
