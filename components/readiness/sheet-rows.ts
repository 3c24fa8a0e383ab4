import { timeOfDay, weekdayAndTime } from '@/components/format/instant-format'
import { localTimeOf } from '@/components/format/zone'
import type { Departure } from '@/lib/contract/readiness'

export const SHEET_ORDERS = ['departure', 'place', 'vehicle'] as const
export type SheetOrder = (typeof SHEET_ORDERS)[number]

/** The local dates (`YYYY-MM-DD`) on which any of the departures leaves, in order. */
export function daysOf(departures: readonly Departure[], zone: string): string[] {
  return [...new Set(departures.map((one) => localDateOf(leavesAt(one), zone)))].sort()
}

/** The departures of a local day, all of them without one, in the order in which the sheet is walked through. */
export function sheetRows(
  departures: readonly Departure[],
  { day, order, zone, locale }: { day: string | null; order: SheetOrder; zone: string; locale: string },
): Departure[] {
  const compare = new Intl.Collator(locale, { numeric: true }).compare
  const byDeparture = (a: Departure, b: Departure) =>
    leavesAt(a) - leavesAt(b) || compare(nameOf(a), nameOf(b)) || compare(a.schedule.id, b.schedule.id)
  const key = { place: placeKey, vehicle: nameOf, departure: () => '' }[order]
  return departures
    .filter((one) => day === null || localDateOf(leavesAt(one), zone) === day)
    .sort((a, b) => compare(key(a), key(b)) || byDeparture(a, b))
}

/** `05:10`, and with its weekday where the sheet holds more than one day. */
export function leavesWords(one: Departure, reading: { locale: string; zone: string }, severalDays: boolean): string {
  return (severalDays ? weekdayAndTime : timeOfDay)(leavesAt(one), reading)
}

export const leavesAt = ({ schedule }: Departure): number => Date.parse(schedule.plannedDepartureTime)

export const nameOf = ({ vehicleName, schedule }: Departure): string => vehicleName ?? schedule.evId

/** A vehicle of which nobody says where it is comes last. */
const LAST = '\uffff'
const placeKey = ({ place }: Departure) => place?.name ?? LAST

function localDateOf(instant: number, zone: string): string {
  const { year, month, day } = localTimeOf(instant, zone)
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
}
