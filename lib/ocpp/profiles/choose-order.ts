import { fallbackKw, lastTold } from '@/lib/ocpp/profiles/ceiling'
import type { Order, Rung } from '@/lib/ocpp/profiles/control'
import { type Course, constant, lowest, powerAt, sometime } from '@/lib/ocpp/profiles/course'
import { folded } from '@/lib/ocpp/profiles/fold'
import type { Grants } from '@/lib/ocpp/profiles/grants'
import { toldCourse, type Unit } from '@/lib/ocpp/profiles/unit'
import { DAY_MS, MINUTE_MS } from '@/lib/time/interval'

/** A change below the larger of these is none. */
const BAND_KW = 1
export const BAND = 0.02
/** A step down that is further away waits for its turn like a step up. */
const SOON_MS = 5 * MINUTE_MS
/** So long before a folded profile gets less exact, or ends, the next one is sent. */
const RENEW_MS = 3 * MINUTE_MS
const ONE_A_MINUTE_MS = MINUTE_MS

/** What is to be sent now; null: what was told holds on. */
export function chooseOrder(unit: Unit, target: Course, grants: Grants, now: number): Order | null {
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
