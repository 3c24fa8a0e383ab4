import type { ReportMiss } from '@/lib/contract/report'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Outcome } from '@/lib/reports/departure-outcome'
import type { DepotStay } from '@/lib/stays/depot-stay'

/** A departure as a report keeps it: a month has thousands. */
export type DepartureOfReport = {
  stayKey: number | null
  scheduleId: string
  vehicleId: string
  vehicleName: string | null
  blockId: string | null
  departure: number
  outcome: Outcome
}

export function departureOfReport(stay: DepotStay, outcome: Outcome): DepartureOfReport {
  const { key: stayKey, id: scheduleId, blockId, departure, vehicle } = stay
  return { stayKey, scheduleId, vehicleId: vehicle.id, vehicleName: vehicle.name, blockId, departure, outcome }
}

/** A miss as the API says it. */
export function missView({ outcome, ...one }: DepartureOfReport): ReportMiss {
  const { soc, shortfallSoc, cause, isMeasured, neededSoc } = outcome
  return {
    scheduleId: one.scheduleId,
    vehicleId: one.vehicleId,
    ...(one.vehicleName !== null && { vehicleName: one.vehicleName }),
    ...(one.blockId !== null && { blockId: one.blockId }),
    plannedDepartureTime: toTimestamp(one.departure),
    ...(soc !== null && { soc: tenth(soc) }),
    socIsMeasured: isMeasured,
    neededSoC: neededSoc,
    ...(shortfallSoc !== null && { shortfallSoC: tenth(shortfallSoc) }),
    ...(cause !== null && { cause }),
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10
