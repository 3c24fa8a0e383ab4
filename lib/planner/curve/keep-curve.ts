import { type CurvePower, curvePowerOf, powerFrom, twoPointsS } from '@/lib/planner/curve/curve-power'
import { hoursToTarget, isBoundByCurve, type Stay } from '@/lib/planner/model/stay'
import { timeGridOf } from '@/lib/planner/model/time-grid'
import type { DepotProblem } from '@/lib/planner/problem'
import { RoomSteps } from '@/lib/planner/segments/room-steps'
import { inPreconditioning, kwhOf, type Piece } from '@/lib/planner/segments/segments'

/** A power that follows the curve holds for so long at least and at most, in seconds, and for two points of SoC between. */
const stepS = { least: 30, most: 120 }
/** A vehicle may draw one low power all through where that takes no more than this share of its time. */
const sparedShare = 0.9
/** A curve is passed where it is by more than this share. */
const rounding = 1e-9

/** True where no piece of charging asks more than the curve gives at the SoC of that moment. */
export function keepsCurve(stay: Stay, pieces: Piece[]): boolean {
  const power = curvePowerOf(stay)
  let kwh = 0
  return pieces.every((piece) => {
    if (inPreconditioning(stay, piece.fromS)) return true
    const before = kwh
    kwh += kwhOf(piece)
    const mostKw = Math.min(power.at(before), power.at(kwh))
    return piece.powerKw <= mostKw + rounding * Math.max(1, mostKw)
  })
}

/**
 * The pieces under the curve: where it gives less than they ask, a vehicle falls behind, and goes on after its last piece up
 * to its preconditioning, else to its departure, as far as the site has room.
 */
export function underCurve(stay: Stay, pieces: Piece[], room: RoomSteps): Piece[] {
  const power = curvePowerOf(stay)
  const everyS = stepOf(stay)
  const kept: Piece[] = []
  let kwh = 0
  let askedKwh = 0
  const charge = (fromS: number, toS: number, mostKw: number) => {
    const powerKw = Math.min(mostKw, powerFrom(power, kwh, (toS - fromS) / 3600))
    const isAllowed = powerKw > 0 && powerKw >= stay.minPowerKw * (1 - rounding)
    if (!isAllowed) return false
    kept.push({ fromS, toS, powerKw })
    kwh += kwhOf({ fromS, toS, powerKw })
    return true
  }
  for (const piece of pieces) {
    if (inPreconditioning(stay, piece.fromS)) {
      kept.push(piece)
      continue
    }
    askedKwh += kwhOf(piece)
    for (let s = piece.fromS; s < piece.toS; ) {
      const toS = nextStepS(power, kwh, piece, s, everyS)
      if (!charge(s, toS, piece.powerKw) && !stay.schedule.ev.supportsPausing) return kept
      s = toS
    }
  }
  const last = kept.at(-1)
  const untilS = stay.deadlineS < stay.endS ? stay.deadlineS : stay.departureS
  for (let s = last?.toS ?? untilS; s < untilS && askedKwh - kwh > 1e-6; ) {
    const toS = Math.min(untilS, s + everyS)
    const mostKw = Math.min(room.least(s, toS), ((askedKwh - kwh) * 3600) / (toS - s))
    if (mostKw <= 0 || !charge(s, toS, mostKw)) break
    s = toS
  }
  return kept
}

function stepOf(stay: Stay): number {
  return Math.min(stepS.most, Math.max(stepS.least, Math.floor(twoPointsS(stay))))
}

/** As long as the curve does not bind a piece goes on as it is. */
function nextStepS({ at }: CurvePower, kwh: number, { toS, powerKw }: Piece, fromS: number, everyS: number): number {
  const endKwh = kwh + (powerKw * (toS - fromS)) / 3600
  return at(endKwh) >= powerKw && at(kwh) >= powerKw ? toS : Math.min(toS, fromS + everyS)
}

/**
 * A stay with a minimum power under one power that its curve lets it keep to the end where it has the time for that, else
 * under the mean of its curve where it has the time for that, and else under its own: then every minute counts.
 */
export function underCurvePower(stay: Stay): Stay {
  const { needKwh, minPowerKw, startS, deadlineS } = stay
  const sparedHours = ((deadlineS - startS) / 3600) * sparedShare
  const endKw = curvePowerOf(stay).at(needKwh)
  if (needKwh <= endKw * sparedHours) return cappedAt(stay, Math.max(endKw, minPowerKw))
  const mean = cappedAt(stay, Math.max(needKwh / hoursToTarget(stay), minPowerKw))
  return leavingTime(hoursToTarget(mean) <= sparedHours ? mean : stay)
}

/** Ends so much earlier as the curve takes longer than the stay's own power, or begins at once where there is no such time. */
function leavingTime(stay: Stay): Stay {
  const ownS = Math.ceil((stay.needKwh / stay.maxPowerKw) * 3600)
  const curveS = Math.ceil(hoursToTarget(stay) * 3600)
  const deadlineS = Math.max(stay.startS + ownS, stay.deadlineS - (curveS - ownS))
  const curveEndS = stay.schedule.ev.supportsPausing ? undefined : stay.deadlineS
  return { ...stay, deadlineS: Math.min(stay.deadlineS, deadlineS), curveEndS }
}

function cappedAt(stay: Stay, powerKw: number): Stay {
  return { ...stay, maxPowerKw: Math.min(stay.maxPowerKw, powerKw) }
}

/** The plan with every vehicle under its curve; what no flow can say of a curve is seen here. */
export function keepCurves(problem: DepotProblem, stays: Stay[], pieces: Piece[][]): Piece[][] {
  const passing = stays.filter((stay) => isBoundByCurve(stay) && !keepsCurve(stay, pieces[stay.index]!))
  if (passing.length === 0) return pieces
  const room = roomBeside(problem, stays, pieces)
  const kept = pieces.slice()
  for (const stay of passing) {
    for (const { fromS, toS, powerKw } of pieces[stay.index]!) room.take(fromS, toS, -powerKw)
    kept[stay.index] = underCurve(stay, pieces[stay.index]!, room)
    for (const { fromS, toS, powerKw } of kept[stay.index]!) room.take(fromS, toS, powerKw)
  }
  return kept
}

function roomBeside(problem: DepotProblem, stays: Stay[], pieces: Piece[][]): RoomSteps {
  const grid = timeGridOf(problem, stays)
  const steps = Array.from(grid.hours, (_, i) => ({
    fromS: grid.atS[i]!,
    kw: (grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency,
  }))
  const room = new RoomSteps(steps, grid.atS[grid.count] ?? 0)
  for (const { fromS, toS, powerKw } of pieces.flat()) room.take(fromS, toS, powerKw)
  return room
}
