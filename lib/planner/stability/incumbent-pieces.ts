import { keepsCurve, underCurve } from '@/lib/planner/curve/keep-curve'
import { energyOfPointsKwh, type Stay } from '@/lib/planner/model/stay'
import { addToBase, indexAt, type TimeGrid } from '@/lib/planner/model/time-grid'
import { type DepotProblem, incumbentPlan } from '@/lib/planner/problem'
import { RoomSteps } from '@/lib/planner/segments/room-steps'
import { kwhOf, type Piece, totalKwh } from '@/lib/planner/segments/segments'

/** Less than this, in kWh, is rounding. */
const nothingKwh = 1e-6
/** Less than this, as a share of the need, is the arithmetic's own rounding. */
const sameKwh = 1e-12
/** Plans are stored with their powers in steps of this, in kW. */
const storedStepKw = 1e-6
/** So many SoC points less than a plan made anew would give it are no reason to touch a stay's plan. */
const samePoints = 1
/** A battery that is so many SoC points below its plan is no reason to plan it anew. */
const driftPoints = 2

/**
 * The charging that the incumbent plan still has for a stay, where it may stand as it fits its need now: in the window, within the
 * vehicle's powers, its ideals and its need, in one go where it cannot pause, and bringing about what a plan made anew
 * would, `anewKwh`. Undefined where it may not.
 */
export function incumbentPieces(problem: DepotProblem, stay: Stay, anewKwh: number): Piece[] | undefined {
  const pieces = fitted(stay, piecesOfIncumbent(problem, stay))
  return isAllowed(stay, pieces) &&
    keepsCurve(stay, pieces) &&
    isInOneGo(stay, pieces) &&
    isEnough(stay, totalKwh(pieces), anewKwh)
    ? pieces
    : undefined
}

/**
 * A plan from which the battery has drifted a little is cut at its end where it brings more than is needed, and goes on
 * after it where it brings less, under the curve as it is met now. What is lost or gained because it was stored, one of its
 * powers takes up.
 */
function fitted(stay: Stay, pieces: Piece[]): Piece[] {
  const { needKwh, schedule, deadlineS } = stay
  const last = pieces.at(-1)
  const moreKwh = needKwh - totalKwh(pieces)
  if (!last || moreKwh > energyOfPointsKwh(driftPoints, schedule.ev.batterySizekWh)) return pieces
  const asBeforeStored = evened(stay, pieces, moreKwh)
  if (asBeforeStored) return asBeforeStored
  if (Math.abs(moreKwh) <= nothingKwh && keepsCurve(stay, pieces)) return pieces
  const goesOn = moreKwh > nothingKwh && last.toS < deadlineS
  const longer = goesOn ? [...pieces, { fromS: last.toS, toS: deadlineS, powerKw: last.powerKw }] : pieces
  const under = keepsCurve(stay, longer) ? longer : underCurve(stay, longer, NO_ROOM)
  return cutAtNeed(under, needKwh)
}

/**
 * The pieces with the energy that was rounded away when they were stored, as late as can be, for what comes before keeps the
 * seconds at which its phases change; undefined where it is more than that.
 */
function evened(stay: Stay, pieces: Piece[], moreKwh: number): Piece[] | undefined {
  const hours = pieces.reduce((sum, { fromS, toS }) => sum + (toS - fromS) / 3600, 0)
  if (Math.abs(moreKwh) > storedStepKw * hours) return undefined
  if (Math.abs(moreKwh) <= sameKwh * Math.max(1, stay.needKwh) && keepsCurve(stay, pieces)) return pieces
  for (const [k, piece] of [...pieces.entries()].reverse()) {
    const powerKw = piece.powerKw + (moreKwh * 3600) / (piece.toS - piece.fromS)
    const even = pieces.with(k, { ...piece, powerKw })
    if (isAllowed(stay, even) && keepsCurve(stay, even)) return even
  }
  return undefined
}

/** Nothing goes on beyond the pieces given. */
const NO_ROOM = new RoomSteps([{ fromS: 0, kw: 0 }], Number.POSITIVE_INFINITY)

/** The pieces up to an energy; the last one that is kept draws a little less, so that it ends at a whole second. */
function cutAtNeed(pieces: Piece[], needKwh: number): Piece[] {
  const kept: Piece[] = []
  let leftKwh = needKwh
  for (const piece of pieces) {
    const kwh = kwhOf(piece)
    if (kwh <= leftKwh + nothingKwh) {
      kept.push(piece)
      leftKwh -= kwh
      continue
    }
    const seconds = Math.ceil((leftKwh * 3600) / piece.powerKw)
    if (leftKwh > nothingKwh)
      kept.push({ fromS: piece.fromS, toS: piece.fromS + seconds, powerKw: (leftKwh * 3600) / seconds })
    break
  }
  return kept
}

function isAllowed(stay: Stay, pieces: Piece[]): boolean {
  return pieces.every(({ fromS, toS, powerKw }) => {
    const isWhole = Number.isInteger(fromS) && Number.isInteger(toS)
    return isWhole && toS <= stay.deadlineS && powerKw >= stay.minPowerKw && powerKw <= mostKw(stay)
  })
}

/** A vehicle that is ready in a plan made anew is to be ready; one that is short anyway may be so by a point more. */
function isEnough(stay: Stay, kwh: number, anewKwh: number): boolean {
  const { needKwh, schedule, endS, departureS } = stay
  if (kwh > needKwh + nothingKwh) return false
  if (needKwh - kwh <= nothingKwh) return true
  const couldUseMargin = departureS > endS
  const lessKwh = energyOfPointsKwh(samePoints, schedule.ev.batterySizekWh)
  return !couldUseMargin && needKwh - anewKwh > nothingKwh && anewKwh - kwh <= lessKwh
}

/** From now on, without what was reserved for preconditioning. */
function piecesOfIncumbent(problem: DepotProblem, { schedule, startS, deadlineS, endS }: Stay): Piece[] {
  const pieces: Piece[] = []
  for (const { from, to, powerkW } of incumbentPlan(problem, schedule.id)) {
    const piece = { fromS: Math.max(startS, from / 1000), toS: to / 1000, powerKw: powerkW }
    const isPreconditioning = piece.fromS >= deadlineS && piece.toS <= endS
    if (powerkW > 0 && piece.toS > startS && !isPreconditioning) pieces.push(piece)
  }
  return pieces.sort((a, b) => a.fromS - b.fromS)
}

/** The power that no ideal forbids, whatever the phase. */
function mostKw({ maxPowerKw, schedule }: Stay): number {
  return schedule.settings.powerRules.reduce((kw, { idealPowerkW }) => Math.min(kw, idealPowerkW ?? kw), maxPowerKw)
}

function isInOneGo({ schedule, startS, isUnderWay }: Stay, pieces: Piece[]): boolean {
  if (schedule.ev.supportsPausing) return true
  if (isUnderWay && pieces[0]?.fromS !== startS) return false
  return pieces.every(({ fromS }, k) => k === 0 || fromS === pieces[k - 1]!.toS)
}

/**
 * Reserves what stands, as far as the site has room for it beside the vehicles that are charging and have to go on; gives what is
 * reserved, by stay.
 */
export function reserveIncumbent(grid: TimeGrid, stays: Stay[], incumbent: (Piece[] | undefined)[]) {
  if (grid.count === 0) return incumbent
  const goingOn = stays.filter(({ isUnderWay, index }) => isUnderWay && !incumbent[index])
  const goingOnKw = goingOn.reduce((kw, { minPowerKw }) => kw + minPowerKw / grid.efficiency, 0)
  grid.baseKw[0]! += goingOnKw
  const reserved = incumbent.map((pieces) => (pieces && reservePieces(grid, pieces) ? pieces : undefined))
  grid.baseKw[0]! -= goingOnKw
  return reserved
}

function reservePieces(grid: TimeGrid, pieces: Piece[]): boolean {
  const roomFor = ({ fromS, toS, powerKw }: Piece) =>
    within(grid, fromS, toS).every((i) => (grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency >= powerKw - 1e-9)
  if (!pieces.every(roomFor)) return false
  for (const piece of pieces) addToBase(grid, piece)
  return true
}

function within(grid: TimeGrid, fromS: number, toS: number): number[] {
  const intervals: number[] = []
  for (let i = indexAt(grid, fromS); i < grid.count && grid.atS[i]! < toS; i++) intervals.push(i)
  return intervals
}
