import { WHOLE_STATION } from '@/lib/ocpp/profiles/control'
import { type Course, combined, constant, lowest, mapped, minus, NO_POWER, plus, sum } from '@/lib/ocpp/profiles/course'
import type { StationInput, Unit } from '@/lib/ocpp/profiles/unit'

/** What may flow in all at the depot's outlets; null: nothing limits it. */
export type Headroom = Course | null

/**
 * What each unit is to draw at most: its plan, and for those without one what they may draw safely; less where the
 * headroom, or the maximum of their station, does not hold all of that; and for those without a plan what is left over.
 * @param others what is drawn by those that cannot be told anything
 */
export function targetsOf(units: readonly Unit[], headroom: Headroom, others: Course): Map<Unit, Course> {
  const plugged = units.filter(({ isPlugged }) => isPlugged)
  const reachable = plugged.filter(({ isReachable }) => isReachable)
  const asked = withinStations(reachable)
  if (headroom === null) return withLeftover(reachable, asked, null)
  const unreachable = plugged.filter(({ isReachable }) => !isReachable)
  const fixed = plus(others, sum(unreachable.map(countedAt)))
  const all = shrunk(asked, roomBeside(headroom, fixed))
  // What one draws against what it was told is gone for the others; it is told its own share all the same.
  const deaf = reachable.filter(isDeaf)
  const excessKw = reachable.reduce((total, unit) => total + (isDeaf(unit) ? 0 : unit.excessKw), 0)
  const left = roomBeside(headroom, plus(plus(fixed, sum(deaf.map(countedAt))), constant(excessKw)))
  const obedient = new Map([...asked].filter(([unit]) => !isDeaf(unit)))
  const granted = withLeftover([...obedient.keys()], shrunk(obedient, left), left)
  return new Map([...all, ...granted])
}

const notNegative = (kw: number) => Math.max(0, kw)
const countedAt = ({ ceiling, excessKw }: Unit) => mapped(ceiling, (kw) => kw + excessKw)
const roomBeside = (headroom: Course, loads: Course) => mapped(minus(headroom, loads), notNegative)

/** It draws so much more than it was told that it cannot be counted upon. */
function isDeaf({ excessKw, reading }: Unit): boolean {
  return excessKw > 0 && reading !== undefined && excessKw > DEAF * (reading.kw - excessKw)
}
const DEAF = 0.05

/** What each asks for, with the maximum of its station: there all get less in the same proportion. */
function withinStations(units: readonly Unit[]): Map<Unit, Course> {
  const asked = new Map(
    units.map((unit) => [
      unit,
      lowest(unit.plan?.course ?? constant(Math.min(unit.safeKw, unit.told.fullKw)), constant(unit.told.fullKw)),
    ]),
  )
  for (const [station, own] of byStation(units)) {
    if (station.maxPowerKw === undefined || own.length < 2) continue
    const courses = own.map((unit) => asked.get(unit) ?? NO_POWER)
    const share = shareOf(sum(courses), constant(station.maxPowerKw))
    for (const unit of own) asked.set(unit, scaled(asked.get(unit) ?? constant(0), share))
  }
  return asked
}

export function byStation(units: readonly Unit[]): Map<StationInput, Unit[]> {
  const found = new Map<StationInput, Unit[]>()
  for (const unit of units) {
    const own = found.get(unit.station)
    if (own) own.push(unit)
    else found.set(unit.station, [unit])
  }
  return found
}

function shrunk(asked: Map<Unit, Course>, room: Course): Map<Unit, Course> {
  const share = shareOf(sum([...asked.values()]), room)
  return new Map([...asked].map(([unit, course]) => [unit, scaled(course, share)]))
}

/** Which part of what is asked for there is room for, at each moment. */
function shareOf(asked: Course, room: Course): Course {
  return combined(asked, room, (kw, roomKw) => (kw <= roomKw ? 1 : Math.max(0, roomKw / kw)))
}

const scaled = (course: Course, share: Course) => combined(course, share, (kw, part) => kw * part)

/** Those that no plan speaks of charge with what the others leave. */
function withLeftover(units: readonly Unit[], granted: Map<Unit, Course>, room: Headroom): Map<Unit, Course> {
  const strangers = units.filter(({ plan }) => !plan)
  if (strangers.length === 0) return granted
  if (room === null) {
    for (const unit of strangers) granted.set(unit, stationShare(unit, constant(unit.told.fullKw)))
    return granted
  }
  const left = mapped(minus(room, sum([...granted.values()])), (kw) => notNegative(kw) / strangers.length)
  for (const unit of strangers) {
    const more = lowest(plus(granted.get(unit) ?? constant(0), left), constant(unit.told.fullKw))
    granted.set(unit, stationShare(unit, more))
  }
  return granted
}

/** A stranger takes no more of its station than an equal share. */
function stationShare({ station, key }: Unit, course: Course): Course {
  const { maxPowerKw, evses } = station
  if (maxPowerKw === undefined || key === WHOLE_STATION) return course
  const plugged = Math.max(1, evses.filter(({ isPlugged }) => isPlugged).length)
  return lowest(course, constant(maxPowerKw / plugged))
}
