import { curveStepPoints } from '@/lib/planner/charging-curve'
import { type CurvePower, curvePowerOf } from '@/lib/planner/curve/curve-power'
import { trajectoryOf } from '@/lib/planner/curve/trajectory'
import { type Demand, demandsOf } from '@/lib/planner/model/demands'
import { energyOfPointsKwh, hoursToTarget, isBoundByCurve, type Stay } from '@/lib/planner/model/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/model/time-grid'
import { type Piece, totalKwh } from '@/lib/planner/segments/segments'

/** Energies below this, in kWh, are rounding. */
const roundingKwh = 1e-9
/** Missing more than this, in kWh, is short. */
const missingKwh = 1e-7
/** Relaxed deadlines lie on the clock at these steps, in seconds. */
const clockS = 300
/** A demand has its energy and a little more, so that rounding leaves nothing. */
const same = 1 + 1e-12

/**
 * What a stay with a curve asks: demands in windows after one another, each with what the curve gives at its end. A plan
 * that knows no curve says how the energy would best lie in time (`relaxed`); the nearest trajectory that keeps the curve
 * says where one window ends and the next begins. Up to where the curve binds it is one demand, as free as any other; from
 * there on a demand spans two points of SoC at most. Within its window the SoC never passes the demand's end, so that no
 * plan of these demands passes the curve. The margin is used where the relaxed plan does, or the curve leaves no other way.
 */
export function curveDemandsOf(grid: TimeGrid, stay: Stay, index: number, relaxed: Piece[]): Demand[] {
  const usesMargin = relaxed.some(({ toS }) => toS > stay.endS) || hoursToTarget(stay) > windowHours(stay)
  const [first, end] = [indexAt(grid, stay.startS), indexAt(grid, stay.deadlineS)]
  const [marginFirst, marginEnd] = usesMargin ? [indexAt(grid, stay.endS), indexAt(grid, stay.departureS)] : [0, 0]
  const places = placesOf({ first, end }, { first: marginFirst, end: marginEnd })
  if (places.length === 0) return []
  const hours = hoursOf(grid, places)
  const power = curvePowerOf(stay)
  const kwh = trajectoryOf(power, hours, wantedKwh(grid, places, relaxed, stay))
  return demandsAlong(stay, index, power, { places, inWindow: Math.max(0, end - first), hours, kwh })
}

/**
 * The same for what a stay charges in the intervals [first, end) without a break: `wantedKwh` is what it has by their bounds.
 * Nothing where its curve does not bring all of that on this grid.
 */
export function curveStepsOf(
  grid: TimeGrid,
  stay: Stay,
  { first, end }: { first: number; end: number },
  wantedKwh: Float64Array,
): Demand[] | undefined {
  const places = placesOf({ first, end })
  const hours = hoursOf(grid, places)
  const power = curvePowerOf(stay)
  const kwh = trajectoryOf(power, hours, wantedKwh)
  if (wantedKwh.at(-1)! - kwh.at(-1)! > missingKwh) return undefined
  return demandsAlong(stay, stay.index, power, { places, inWindow: places.length, hours, kwh })
}

/** True for a stay whose curve binds and that may else draw any power: its curve is a matter of its demands. */
export function isFreeUnderCurve(stay: Stay): boolean {
  return stay.minPowerKw <= 0 && isBoundByCurve(stay)
}

/**
 * What a stay with a curve asks of a plan that knows none: what its curve lets it reach, and where it `leavesTime` so much
 * earlier as the curve takes longer than the vehicle's maximum.
 */
export function relaxedDemandsOf(grid: TimeGrid, stay: Stay, index: number, leavesTime: boolean): Demand[] {
  const [own] = demandsOf(grid, stay, index, false)
  if (!own) return []
  const reachKwh = reachableKwh(stay, lastHours(stay))
  const end = leavesTime ? Math.max(own.first, indexAt(grid, relaxedDeadlineS(stay))) : own.end
  return [
    {
      ...own,
      end,
      minimumKwh: Math.min(own.minimumKwh, reachKwh),
      restKwh: Math.max(0, reachKwh - own.minimumKwh),
    },
  ]
}

/** Where a plan that knows no curve has to be done, on the clock, so that few are different: the grid needs a cut there. */
export function relaxedDeadlineS(stay: Stay): number {
  const { startS, deadlineS, maxPowerKw } = stay
  if (hoursToTarget(stay) > windowHours(stay)) return deadlineS
  const longerS = 3600 * (hoursToTarget(stay) - stay.needKwh / maxPowerKw)
  const atS = Math.floor((deadlineS - longerS) / clockS) * clockS
  return atS > startS ? atS : deadlineS
}

function lastHours(stay: Stay): number {
  return windowHours(stay) + Math.max(0, stay.departureS - stay.endS) / 3600
}

function targetOf({ schedule }: Stay, kwh: number): number {
  return schedule.startSoc + (kwh / schedule.ev.batterySizekWh) * 100
}

/** The most of its need that a stay's own power and curve bring in some hours, in kWh. */
function reachableKwh(stay: Stay, hours: number): number {
  if (hoursToTarget(stay) <= hours) return stay.needKwh
  let low = 0
  let high = stay.needKwh
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2
    if (hoursToTarget({ ...stay, targetSoc: targetOf(stay, middle) }) <= hours) low = middle
    else high = middle
  }
  return low
}

function windowHours({ startS, deadlineS }: Stay): number {
  return (deadlineS - startS) / 3600
}

/** The intervals of some ranges, one after the other. */
function placesOf(...ranges: { first: number; end: number }[]): Int32Array {
  const places = new Int32Array(ranges.reduce((count, { first, end }) => count + Math.max(0, end - first), 0))
  let k = 0
  for (const { first, end } of ranges) for (let i = first; i < end; i++) places[k++] = i
  return places
}

function hoursOf(grid: TimeGrid, places: Int32Array): Float64Array {
  const hours = new Float64Array(places.length)
  for (let k = 0; k < places.length; k++) hours[k] = grid.hours[places[k]!]!
  return hours
}

/** What the relaxed plan has brought by the end of each place, at most the need; what it does not bring lies at the end. */
function wantedKwh(grid: TimeGrid, places: Int32Array, relaxed: Piece[], { needKwh }: Stay): Float64Array {
  const kwh = new Float64Array(places.length + 1)
  let p = 0
  for (let k = 0; k < places.length; k++) {
    const [fromS, toS] = [grid.atS[places[k]!]!, grid.atS[places[k]! + 1]!]
    while (p < relaxed.length && relaxed[p]!.toS <= fromS) p++
    kwh[k + 1] = kwh[k]!
    for (let q = p; q < relaxed.length && relaxed[q]!.fromS < toS; q++) {
      const { fromS: begin, toS: end, powerKw } = relaxed[q]!
      kwh[k + 1]! += (powerKw * Math.max(0, Math.min(toS, end) - Math.max(fromS, begin))) / 3600
    }
  }
  const gotKwh = Math.min(needKwh, totalKwh(relaxed))
  for (let k = 1; k <= places.length; k++) kwh[k] = Math.min(gotKwh, kwh[k]!)
  kwh[places.length] = gotKwh
  return kwh
}

interface Trajectory {
  places: Int32Array
  /** So many places lie in the window, the others in the margin. */
  inWindow: number
  hours: Float64Array
  /** The energy at the places' bounds. */
  kwh: Float64Array
}

function demandsAlong(stay: Stay, index: number, power: CurvePower, trajectory: Trajectory): Demand[] {
  const { places, inWindow, hours, kwh } = trajectory
  const demands: Demand[] = []
  for (let from = 0; from < places.length; ) {
    const end = stepEnd(stay, power, trajectory, from)
    const gotKwh = kwh[end]! - kwh[from]!
    if (gotKwh > roundingKwh) {
      const longHours = sum(hours, from, end)
      const minimumKwh = Math.min(gotKwh, Math.max(0, stay.minimumNeedKwh - kwh[from]!))
      demands.push({
        stay: index,
        first: places[from]!,
        end: places[end - 1]! + 1,
        powerKw: Math.min(power.maxKw, Math.max(power.at(kwh[end]!), (gotKwh / longHours) * same)),
        minimumKwh,
        restKwh: gotKwh - minimumKwh,
        marginFirst: 0,
        marginEnd: 0,
        ...(from >= inWindow && { inMargin: true }),
        likelyKwh: likelyKwh(trajectory, from, end),
      })
    }
    from = end
  }
  return demands
}

/** What the trajectory charges in each interval between two places. */
function likelyKwh({ places, kwh }: Trajectory, from: number, end: number): Float64Array {
  const first = places[from]!
  const likely = new Float64Array(places[end - 1]! + 1 - first)
  for (let k = from; k < end; k++) likely[places[k]! - first] = kwh[k + 1]! - kwh[k]!
  return likely
}

/** Where the step that begins at a place ends: it goes on while its energy fits at the power of its end. */
function stepEnd(
  stay: Stay,
  { maxKw, at }: CurvePower,
  { inWindow, places, hours, kwh }: Trajectory,
  from: number,
): number {
  const longestKwh = energyOfPointsKwh(curveStepPoints, stay.schedule.ev.batterySizekWh)
  const lastEnd = from < inWindow ? inWindow : places.length
  let end = from + 1
  let longHours = hours[from]!
  for (; end < lastEnd; end++) {
    const stepKwh = kwh[end + 1]! - kwh[from]!
    const powerKw = at(kwh[end + 1]!)
    const isAlike = kwh[end + 1] === kwh[end] || (powerKw >= maxKw && at(kwh[from]!) >= maxKw)
    longHours += hours[end]!
    if (isAlike) continue
    if (stepKwh > longestKwh || stepKwh > powerKw * longHours) break
  }
  return end
}

function sum(values: Float64Array, from: number, end: number): number {
  let total = 0
  for (let k = from; k < end; k++) total += values[k]!
  return total
}
