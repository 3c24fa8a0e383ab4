import { type CurvePower, curvePowerOf, twoPointsS } from '@/lib/planner/curve/curve-power'
import type { Stay } from '@/lib/planner/model/stay'
import type { Piece } from '@/lib/planner/segments/segments'

/** A power that follows the curve holds for so long at least and at most, in seconds. */
const stepS = { least: 60, most: 300 }
/** So many cuts at most: beyond, steps are longer. A quarter of them cost up to 0.2 % of the energy where that is short. */
const mostCuts = 400

/**
 * Further cuts on the clock where curves bind, so that powers can follow them: as often as the quickest of the vehicles
 * gains two points, within a minute and five, and less often in a depot with many.
 */
export function curveCutsS(stays: Stay[], relaxed: Piece[][]): number[] {
  const spans = stays.flatMap((stay) => boundTimes(stay, relaxed[stay.index]!))
  if (spans.length === 0) return []
  const quickestS = stays.reduce((least, stay) => Math.min(least, twoPointsS(stay)), stepS.most)
  for (let everyS = Math.max(stepS.least, 30 * Math.round(quickestS / 30)); ; everyS *= 2) {
    const cutsS = new Set<number>()
    for (const { fromS, toS } of spans) {
      for (let cutS = Math.floor(fromS / everyS) * everyS; cutS < toS + everyS; cutS += everyS) cutsS.add(cutS)
    }
    if (cutsS.size <= mostCuts || everyS > 3600) return [...cutsS]
  }
}

type Span = { fromS: number; toS: number }

/**
 * When a plan that knows no curve would be held by it, the time included by which it then falls behind; and where it never
 * catches up, when charging at full power from the beginning would be held.
 */
function boundTimes(stay: Stay, pieces: Piece[]): Span[] {
  const { spans, behindKwh } = followed(stay, pieces)
  if (behindKwh <= 1e-6) return spans
  const { startS: fromS, departureS: toS, maxPowerKw: powerKw } = stay
  return [...spans, ...followed(stay, [{ fromS, toS, powerKw }]).spans]
}

/** When pieces would be held by the curve, and how much is missing at the end. */
function followed(stay: Stay, pieces: Piece[]): { spans: Span[]; behindKwh: number } {
  const power = curvePowerOf(stay)
  const spans: Span[] = []
  let kwh = 0
  let behindKwh = 0
  pieces.forEach(({ fromS, toS, powerKw }, k) => {
    const nextS = pieces[k + 1]?.fromS ?? stay.departureS
    for (let s = fromS; s < nextS && (s < toS || behindKwh > 1e-6); s += stepS.least) {
      const aimKw = s < toS ? powerKw : power.maxKw
      const kw = Math.min(aimKw, power.at(kwh))
      const seconds = Math.min(stepS.least, nextS - s)
      if (isBound(power, kwh, aimKw, seconds)) note(spans, s, s + seconds)
      kwh += (kw * seconds) / 3600
      if (s < toS) behindKwh += ((aimKw - kw) * seconds) / 3600
      else behindKwh -= (kw * seconds) / 3600
    }
  })
  return { spans, behindKwh }
}

function isBound({ at }: CurvePower, kwh: number, kw: number, seconds: number): boolean {
  return at(kwh + (kw * seconds) / 3600) < kw
}

function note(spans: Span[], fromS: number, toS: number): void {
  const last = spans.at(-1)
  if (last && last.toS >= fromS) last.toS = toS
  else spans.push({ fromS, toS })
}
