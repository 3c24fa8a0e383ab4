import { instantOf } from '@/components/format/zone'

const DATE = /^(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/**
 * The time from the first day to the last one, both whole, on the depot's clock, as the API takes it. A side that is no
 * date, or not yet, bounds nothing: browsers give years such as 0002 while one is typed.
 */
export function timeOfDays(first: string | null, last: string | null, zone: string): { from?: string; to?: string } {
  const [from, to] = [midnightOf(first, zone, 0), midnightOf(last, zone, 1)]
  return { ...(from && { from }), ...(to && { to }) }
}

/** When a date begins, or one so many days later. */
function midnightOf(date: string | null, zone: string, days: number): string | null {
  const found = DATE.exec(date ?? '')
  if (!found) return null
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
  return new Date(instantOf({ year, month, day: day + days, hour: 0, minute: 0 }, zone)).toISOString()
}
