import { csvFile } from '@/components/format/csv-cell'
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

/**
 * The load as CSV: the API's own names, UTC times; what is unknown stays empty.
 * @param locale whose spreadsheets are to open it
 */
export function loadCsv({ intervals }: Pick<LocationLoad, 'intervals'>, locale: string): string {
  return csvFile([COLUMNS, ...intervals.map((interval) => COLUMNS.map((column) => interval[column] ?? ''))], locale)
}
