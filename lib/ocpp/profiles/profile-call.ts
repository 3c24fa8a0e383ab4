import { stationTime } from '@/lib/ocpp/mapping/clock'
import { type Order, profileId } from '@/lib/ocpp/profiles/control'
import { powerAt, since } from '@/lib/ocpp/profiles/course'
import { PHASES, type RateUnit, toRate } from '@/lib/ocpp/profiles/fold'
import type { Sending } from '@/lib/ocpp/profiles/settle'
import type { Protocol } from '@/lib/ocpp/socket/frame'
import type { ClockState } from '@/lib/stations/station-state'

/** A profile begins a little earlier than now, so that a clock that is a moment behind does not wait for it. */
const BEGINS_EARLIER_MS = 30_000

/**
 * Whether what was told by the station's clock as it was known before is meant for another time: it begins later than now,
 * or is further on than it should be.
 */
export function isOtherClock(before: ClockState, after: ClockState): boolean {
  return Math.abs(stationTime(before, 0) - stationTime(after, 0)) > BEGINS_EARLIER_MS
}

const PURPOSES = {
  transaction: { 'ocpp1.6': 'TxProfile', 'ocpp2.0.1': 'TxProfile' },
  default: { 'ocpp1.6': 'TxDefaultProfile', 'ocpp2.0.1': 'TxDefaultProfile' },
  station: { 'ocpp1.6': 'ChargePointMaxProfile', 'ocpp2.0.1': 'ChargingStationMaxProfile' },
} as const

export type CallWith = {
  now: number
  unit: RateUnit
  /** A time of ours as the station's clock shows it. */
  stationTime: (at: number) => number
}

/**
 * The SetChargingProfile that says an order, or a default profile. Stack level 0, absolute, in the station's clock. One power
 * that holds for good, whichever vehicle comes, began before any clock: it must hold also where the station's is not known yet, or jumps.
 */
export function profileCall(
  protocol: Protocol,
  sending: Sending,
  { now, unit, stationTime }: CallWith,
): { action: string; payload: object } {
  const order: Order =
    'order' in sending ? sending.order : { rung: 'default', course: [{ from: 0, kw: sending.defaultKw }] }
  const isForGood = order.rung !== 'transaction' && since(order.course, now).length === 1
  const begin = isForGood ? 0 : Math.floor((now - BEGINS_EARLIER_MS) / 1000) * 1000
  const startSchedule = new Date(isForGood ? 0 : stationTime(begin)).toISOString()
  const chargingSchedulePeriod = periodsOf(order, begin, now, unit)
  const duration = order.until === undefined ? undefined : Math.max(1, Math.ceil((order.until - begin) / 1000))
  const isWhole = order.rung === 'station'
  const common = {
    stackLevel: 0,
    chargingProfilePurpose: PURPOSES[order.rung][protocol],
    chargingProfileKind: 'Absolute',
    validFrom: startSchedule,
  }
  const schedule = {
    startSchedule,
    ...(duration !== undefined && { duration }),
    chargingRateUnit: unit,
    chargingSchedulePeriod,
  }
  const id = profileId(sending.key, order.rung)
  const evse = isWhole ? 0 : Number(sending.key)
  const { transactionId } = order
  if (protocol === 'ocpp1.6') {
    const csChargingProfiles = {
      chargingProfileId: id,
      ...(transactionId !== undefined && { transactionId: Number(transactionId) }),
      ...{ ...common, chargingSchedule: schedule },
    }
    return { action: 'SetChargingProfile', payload: { connectorId: evse, csChargingProfiles } }
  }
  const chargingProfile = {
    id,
    ...(transactionId !== undefined && { transactionId: transactionId.slice(0, 36) }),
    ...{ ...common, chargingSchedule: [{ id, ...schedule }] },
  }
  return { action: 'SetChargingProfile', payload: { evseId: evse, chargingProfile } }
}

function periodsOf({ course }: Order, begin: number, now: number, unit: RateUnit) {
  const steps = [{ from: begin, kw: powerAt(course, now) }, ...since(course, now).slice(1)]
  return steps.map(({ from, kw }) => ({
    startPeriod: Math.round((from - begin) / 1000),
    limit: toRate(kw, unit),
    ...(unit === 'A' && { numberPhases: PHASES }),
  }))
}

/** The ClearChargingProfile of one profile. */
export function clearCall(protocol: Protocol, id: number): { action: string; payload: object } {
  return protocol === 'ocpp1.6'
    ? { action: 'ClearChargingProfile', payload: { id } }
    : { action: 'ClearChargingProfile', payload: { chargingProfileId: id } }
}
