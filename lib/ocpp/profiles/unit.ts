import { ceilingOf, courseOf, fallbackKw, type Told } from '@/lib/ocpp/profiles/ceiling'
import { type Ledger, type StationControl, WHOLE_STATION } from '@/lib/ocpp/profiles/control'
import { type Course, constant, lowest, NO_POWER, powerAt, sum } from '@/lib/ocpp/profiles/course'
import type { RateUnit } from '@/lib/ocpp/profiles/fold'

/** An evse with what it does and what is planned for it. Instants epoch ms, kW at the outlet. */
export type EvseInput = {
  evseId: number
  /** The most that can flow here: of the evse and, where it is known, of the vehicle. */
  fullKw: number
  isPlugged: boolean
  transactionId?: string
  reading?: { at: number; kw: number }
  /** The plan of its vehicle's stay until it departs; absent: a stranger, or a vehicle that no plan speaks of. */
  plan?: { course: Course; until: number }
  wants?: Wants
}

/**
 * Whether a vehicle takes power now, if it is given any: `nothing`: none is planned for it, or it is full; `surely`: its
 * SoC was measured and leaves room; absent: it may be full, because nobody measures its SoC.
 */
export type Wants = 'nothing' | 'surely'

export type StationInput = {
  id: string
  isOnline: boolean
  rateUnit: RateUnit
  mostPeriods?: number
  maxPowerKw?: number
  /** A transaction may be ended and begun anew, to wake a vehicle. */
  allowRestart?: boolean
  /** What each evse may draw when it is told nothing. */
  safeKw: number
  evses: readonly EvseInput[]
  control: StationControl
}

/** What one profile steers: an evse, or a station whose evses share its maximum. */
export type Unit = {
  station: StationInput
  /** Of its ledger. */
  key: string
  told: Told
  ledger: Ledger
  isPlugged: boolean
  /** It can be sent a profile now. */
  isReachable: boolean
  safeKw: number
  plan?: { course: Course; until?: number }
  reading?: { at: number; kw: number }
  wants?: Wants
  /** The highest it may draw by what it was told; none while no vehicle is plugged in. */
  ceiling: Course
  /** How much more than that it draws, as its meter says. */
  excessKw: number
}

/** More than it was told by so much is noise of a meter. */
const NOISE_KW = 0.5
const NOISE = 0.01

/** The units of a station. Where it cannot be steered, its evses are units that cannot be reached. */
export function unitsOf(station: StationInput): Unit[] {
  const { control, evses } = station
  if (control.rung === 'station') return evses.length === 0 ? [] : [wholeStation(station)]
  return evses.map((evse) => evseUnit(station, evse))
}

function evseUnit(station: StationInput, evse: EvseInput): Unit {
  const { control, isOnline, safeKw } = station
  const key = String(evse.evseId)
  const told = {
    fullKw: evse.fullKw,
    transactionId: evse.transactionId,
    ledger: control.ledgers[key],
    defaultLedger: control.defaults[key],
  }
  const { rung } = control
  const needsTransaction = rung === 'transaction' && evse.transactionId === undefined
  return measured({
    ...{ station, key, told, ledger: told.ledger ?? { uncertain: [] }, isPlugged: evse.isPlugged, safeKw },
    ...{ isReachable: isOnline && rung !== 'none' && !needsTransaction, plan: evse.plan, reading: evse.reading },
    wants: evse.wants,
    ceiling: !evse.isPlugged ? NO_POWER : rung === 'none' ? constant(evse.fullKw) : ceilingOf(told),
    excessKw: 0,
  })
}

function wholeStation(station: StationInput): Unit {
  const { control, evses, isOnline, safeKw, maxPowerKw } = station
  const plugged = evses.filter(({ isPlugged }) => isPlugged)
  const all = plugged.reduce((total, { fullKw }) => total + fullKw, 0)
  const fullKw = Math.min(maxPowerKw ?? all, all)
  const told = { fullKw, ledger: control.ledgers[WHOLE_STATION] }
  const courses = plugged.map(({ plan }) => plan?.course ?? constant(safeKw))
  const isPlanned = plugged.some(({ plan }) => plan)
  const readings = plugged.flatMap(({ reading }) => reading ?? [])
  const reading = readings.length > 0 &&
    readings.length === plugged.length && {
      at: Math.min(...readings.map(({ at }) => at)),
      kw: readings.reduce((total, { kw }) => total + kw, 0),
    }
  return measured({
    ...{ station, key: WHOLE_STATION, told, ledger: told.ledger ?? { uncertain: [] } },
    ...{ isPlugged: plugged.length > 0, isReachable: isOnline, safeKw: safeKw * Math.max(1, plugged.length) },
    ...(isPlanned && { plan: { course: lowest(sum(courses), constant(fullKw)) } }),
    ...(reading && { reading }),
    ceiling: plugged.length > 0 ? ceilingOf(told) : NO_POWER,
    excessKw: 0,
  })
}

/** Measured power is the truth: an evse counts at the larger of what it was told and what it draws. */
function measured(unit: Unit): Unit {
  const { reading, isPlugged } = unit
  if (!reading || !isPlugged) return unit
  const excessKw = reading.kw - toldAt(unit, reading.at)
  const isNoise = excessKw <= Math.max(NOISE_KW, NOISE * reading.kw)
  return isNoise ? unit : { ...unit, excessKw: Math.ceil(excessKw * 2) / 2 }
}

/** What it was told to draw at most at a moment: the highest that may have held. */
export function toldAt({ ceiling }: Unit, at: number): number {
  return powerAt(ceiling, at)
}

/** What was told last, as a course; what held before it was told is its default profile. */
export function toldCourse({ told }: Unit, order: { course: Course; until?: number } & Parameters<typeof courseOf>[0]) {
  return courseOf(order, constant(fallbackKw(told)))
}
