import type { LocationLoad } from '@/lib/contract/location'

const COLUMNS = [
  'from',
  'to',
  'baseLoadkW',
  'evPowerkW',
  'measuredkW',
  'plannedkW',
  'limitkW',
  'pricePerkWh',
  'priceIsAssumed',
  'uncontrolledkW',
] as const

/** The load as CSV (RFC 4180): the API's own names, UTC times, a decimal point; what is unknown stays empty. */
export function loadCsv({ intervals }: Pick<LocationLoad, 'intervals'>): string {
  const rows = intervals.map((interval) => COLUMNS.map((column) => interval[column] ?? '').join(','))
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`
}
