import { fallbackKw, floorOf, lastTold } from '@/lib/ocpp/profiles/ceiling'
import {
  type DefaultLedger,
  fallen,
  type Order,
  type Rung,
  refreshed,
  type StationControl,
} from '@/lib/ocpp/profiles/control'
import {
  type Course,
  constant,
  highest,
  lowest,
  mapped,
  minus,
  plus,
  powerAt,
  since,
  sometime,
  sum,
} from '@/lib/ocpp/profiles/course'
import { drawsMore } from '@/lib/ocpp/profiles/draws-more'
import { folded } from '@/lib/ocpp/profiles/fold'
import { loseAnswer, loseDefault } from '@/lib/ocpp/profiles/lose-answer'
import { type Headroom, targetsOf } from '@/lib/ocpp/profiles/targets'
import { type StationInput, toldAt, toldCourse, type Unit, unitsOf } from '@/lib/ocpp/profiles/unit'

/** A depot at one moment, as far as its chargers can be told anything. */
export type DepotInput = {
  now: number
  headroom: Headroom
  /** What flows at outlets that are of none of these stations. */
  others: Course
  stations: readonly StationInput[]
}

const MINUTE_MS = 60_000
/** A change below the larger of these is none. */
const BAND_KW = 1
const BAND = 0.02
/** A step down that is further away waits for its turn like a step up. */
const SOON_MS = 5 * MINUTE_MS
/** So long before a folded profile gets less exact, or ends, the next one is sent. */
const RENEW_MS = 3 * MINUTE_MS
const ONE_A_MINUTE_MS = MINUTE_MS
const DISOBEYED_MS = 30_000
/** An answer that is out longer than this will not come: a call of ours waits 30 s. */
const LOST_MS = 45_000
const DAY_MS = 86_400_000

/**
 * What is to be sent to the stations of a depot now: the plan becomes a profile for each evse, at or below the plan,
 * and the highest that all may draw together stays within the headroom, whatever is lost or refused: a profile goes up
 * only into room that those before have left for certain.
 * @returns the controls that changed, by station
 */
export function decideOrders(depot: DepotInput): Map<string, StationControl> {
  const { now } = depot
  const stations = depot.stations.map((station) => watched(station, now))
  const units = stations.flatMap(unitsOf)
  const targets = targetsOf(units, depot.headroom, depot.others)
  const grants = new Grants(units, depot)
  for (const { unit, target } of inOrder(units, targets, now)) decideUnit(unit, target, grants, now)
  for (const station of stations) decideDefaults(station)
  return changedControls(depot.stations, stations)
}

function changedControls(before: readonly StationInput[], after: readonly StationInput[]) {
  const changed = new Map<string, StationControl>()
  for (const [index, { id, control }] of after.entries())
    if (JSON.stringify(before[index]?.control) !== JSON.stringify(control)) changed.set(id, control)
  return changed
}

/** A station with what time and its readings say of its control; a copy, to write into. */
function watched(station: StationInput, now: number): StationInput {
  let control = structuredClone(refreshed(station.control, station.control.firmware, now))
  const isLost = ({ sent }: { sent?: { at: number } }) => sent !== undefined && now - sent.at >= LOST_MS
  for (const ledger of Object.values(control.ledgers)) {
    delete ledger.next
    if (isLost(ledger)) loseAnswer(ledger)
  }
  for (const ledger of Object.values(control.defaults)) if (isLost(ledger)) loseDefault(ledger)
  const units = unitsOf({ ...station, control })
  for (const unit of units) noteObedience(control, unit, now)
  const isDisobeyed = units.some(({ key }) => {
    const over = control.ledgers[key]?.over
    const reading = units.find((unit) => unit.key === key)?.reading
    return over && reading && reading.at - over.since >= DISOBEYED_MS && over.toldAgainAt > over.since
  })
  if (isDisobeyed) control = structuredClone(fallen(control, now))
  return { ...station, control }
}

/** Whether an evse draws what it was told, by a reading that came after it had accepted that. */
function noteObedience(control: StationControl, unit: Unit, now: number): void {
  const ledger = control.ledgers[unit.key]
  if (!ledger) return
  const { reading } = unit
  const isLater = reading !== undefined && reading.at > (ledger.confirmedAt ?? Number.POSITIVE_INFINITY)
  if (!isLater || !unit.isPlugged || !lastTold(unit.told)) {
    if (!unit.isPlugged) delete ledger.over
    return
  }
  const toldKw = toldAt(unit, reading.at)
  const isOver = drawsMore(reading.kw, toldKw)
  if (!isOver) delete ledger.over
  else if (!ledger.over) {
    ledger.over = { since: reading.at, toldAgainAt: 0 }
    ledger.isDoubtful = true
  } else if (ledger.over.toldAgainAt === 0 && !ledger.isDoubtful) ledger.over.toldAgainAt = now
}

/** The units that are told something, and what each is to draw. Those that are to draw less go first: they make room. */
function inOrder(units: readonly Unit[], targets: Map<Unit, Course>, now: number): { unit: Unit; target: Course }[] {
  const rises = ({ unit, target }: { unit: Unit; target: Course }) => powerAt(target, now) - powerAt(unit.ceiling, now)
  return units
    .flatMap((unit) => {
      const target = targets.get(unit) ?? idleTarget(unit)
      return target ? [{ unit, target }] : []
    })
    .sort((a, b) => rises(a) - rises(b))
}

/** Where no default profile is kept beside, what holds without a vehicle is what the next one may draw safely. */
function idleTarget({ isPlugged, isReachable, station, safeKw }: Unit): Course | null {
  return !isPlugged && isReachable && station.control.rung !== 'transaction' ? constant(safeKw) : null
}

/** The room that is left for certain, as profiles are decided one after the other. */
class Grants {
  private room: Course | null
  /** A vehicle is about to draw less: room that is not there yet. */
  isRoomComing: boolean

  constructor(units: readonly Unit[], { headroom, others, now }: DepotInput) {
    const plugged = units.filter(({ isPlugged }) => isPlugged)
    const excessKw = plugged.reduce((total, unit) => total + unit.excessKw, 0)
    const taken = plus(plus(sum(plugged.map(({ ceiling }) => ceiling)), others), constant(excessKw))
    this.room = headroom && since(minus(headroom, taken), now)
    this.isRoomComing = plugged.some(({ ledger }) => ledger.sent !== undefined)
  }

  /** The most that a unit can be told for certain: what all the others leave, or what it surely holds already. */
  mostFor({ ceiling, isPlugged, told }: Unit): Course {
    // Nothing flows there: that a vehicle is plugged in lowers the others at once.
    if (this.room === null || !isPlugged) return constant(Number.POSITIVE_INFINITY)
    return highest(floorOf(told), plus(ceiling, this.room))
  }

  /** Whether all that may be drawn is more than the headroom holds, while this is told more than it would be then. */
  isShortFor({ isPlugged }: Unit, told: Course, next: Course, window: { from: number; to: number }): boolean {
    if (this.room === null || !isPlugged) return false
    const short = mapped(this.room, (kw) => (kw < -1e-3 ? 1 : 0))
    const excess = mapped(minus(told, next), (kw) => (kw > 1e-3 ? 1 : 0))
    return sometime(short, excess, window, (a, b) => a > 0 && b > 0)
  }

  take({ ceiling, isPlugged }: Unit, course: Course, now: number): void {
    if (!isPlugged) return
    if (powerAt(course, now) < powerAt(ceiling, now)) this.isRoomComing = true
    if (this.room !== null) this.room = minus(this.room, minus(highest(ceiling, course), ceiling))
  }
}

function decideUnit(unit: Unit, target: Course, grants: Grants, now: number): void {
  const { station, key } = unit
  const { ledgers } = station.control
  const ledger = ledgers[key] ?? { uncertain: [] }
  ledgers[key] = ledger
  if (ledger.sent) return
  const chosen = chooseOrder(unit, target, grants, now)
  if (!chosen) return
  ledger.next = chosen
  grants.take(unit, toldCourse(unit, chosen), now)
}

/** The order that says this course, as the station can hold it; it ends only where there is room for what holds then. */
function orderFor(unit: Unit, course: Course, most: Course, now: number): Order {
  const { station, told } = unit
  const rung = station.control.rung as Exclude<Rung, 'none'>
  const until = rung === 'transaction' ? endOf(unit, most, now) : undefined
  const { rateUnit, mostPeriods } = station
  return {
    rung,
    ...(rung === 'transaction' && { transactionId: told.transactionId }),
    ...folded(course, { now, until, unit: rateUnit, mostPeriods }),
    ...(until !== undefined && { until }),
  }
}

/** When the plan ends and the default profile holds, if that is no more than it can be told for certain. */
function endOf({ plan, told }: Unit, most: Course, now: number): number | undefined {
  const { until } = plan ?? {}
  if (until === undefined || until <= now) return undefined
  const after = { from: until, to: Number.POSITIVE_INFINITY }
  const isAbove = (kw: number, mostKw: number) => kw > mostKw + 1e-3
  return sometime(constant(fallbackKw(told)), most, after, isAbove) ? undefined : until
}

/** What is to be sent now; null: what was told holds on. */
function chooseOrder(unit: Unit, target: Course, grants: Grants, now: number): Order | null {
  const { ledger } = unit
  const most = grants.mostFor(unit)
  const granted = lowest(target, most)
  const order = orderFor(unit, granted, most, now)
  const last = lastTold(unit.told)
  if (!last || last.rung !== order.rung || ledger.isDoubtful || ledger.uncertain.length > 0) return order
  const told = toldCourse(unit, last)
  const next = toldCourse(unit, order)
  const mayRise = now - (ledger.sentAt ?? 0) >= ONE_A_MINUTE_MS
  if (mayRise && isEnding(last, order, now)) return order
  const exactUntil = Math.min(last.exactUntil ?? now + DAY_MS, order.exactUntil ?? now + DAY_MS)
  const within = (ms: number) => ({ from: now, to: Math.min(now + ms, exactUntil) })
  const isFall = (a: number, b: number) => b < a && isChange(a, b)
  const isRise = (a: number, b: number) => b > a && isChange(a, b)
  const waitsForRoom =
    grants.isRoomComing &&
    powerAt(granted, now) < powerAt(target, now) - BAND_KW &&
    sometime(told, next, within(MINUTE_MS), isRise)
  if (mayRise && !waitsForRoom && sometime(told, next, within(DAY_MS), isChange)) return order
  const isPause = powerAt(told, now) > 0 && powerAt(next, now) === 0
  const lower = orderFor(unit, lowest(told, granted), most, now)
  const mustFall =
    isPause ||
    sometime(told, next, within(SOON_MS), isFall) ||
    grants.isShortFor(unit, told, toldCourse(unit, lower), { from: now, to: now + DAY_MS })
  return mustFall ? lower : null
}

function isChange(told: number, next: number): boolean {
  return Math.abs(told - next) > Math.max(BAND_KW, BAND * told)
}

/** What was told will soon be less exact, or end, before what is planned; or it does not end, and may by now. */
function isEnding(last: Order, order: Order, now: number): boolean {
  if (last.until === undefined && order.until !== undefined) return true
  const inexact = last.exactUntil !== undefined && last.exactUntil - now < RENEW_MS
  const ends = last.until !== undefined && last.until - now < RENEW_MS
  return inexact || (ends && last.until !== order.until)
}

/** The default profile of each evse: at the safe power, where evses are steered by transaction. */
function decideDefaults({ control, evses, safeKw, rateUnit: unit, isOnline }: StationInput): void {
  for (const { evseId } of evses) {
    const key = String(evseId)
    const ledger = control.defaults[key] ?? {}
    control.defaults[key] = ledger
    delete ledger.nextKw
    if (!isOnline || control.rung !== 'transaction' || ledger.sent) continue
    const kw = powerAt(folded(constant(safeKw), { now: 0, unit }).course, 0)
    if (isDefaultToSend(ledger, kw)) ledger.nextKw = kw
  }
}

function isDefaultToSend({ confirmedKw, uncertainKw, refusedKw, isDoubtful }: DefaultLedger, kw: number): boolean {
  if (refusedKw === kw) return false
  if (isDoubtful || uncertainKw !== undefined || confirmedKw === undefined) return true
  return kw < confirmedKw || kw > confirmedKw * (1 + BAND)
}
