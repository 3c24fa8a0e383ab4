import { numberOf, typedNumber } from '@/components/format/typed-number'
import { WEEKDAYS } from '@/lib/contract/enumerations'

export type Weekday = (typeof WEEKDAYS)[number]
/** A value that holds at these hours of one weekday, as the API has it. */
export type WeekSlot = { day: Weekday; from: string; to: string; value: number }
/** The same hours and value on several days, as people enter it. `value` is text while it is typed. */
export type WeekRow = { key: number; days: Weekday[]; from: string; to: string; value: string }

let lastKey = 0

/** Gathers slots that differ only in their day into rows, in the order of their hours. */
export function rowsOfSlots(slots: readonly WeekSlot[], locale: string): WeekRow[] {
  const rows = new Map<string, WeekRow>()
  for (const { day, from, to, value } of slots) {
    const id = `${from} ${to} ${value}`
    const row = rows.get(id) ?? { ...emptyRow(), days: [], from, to, value: typedNumber(value, locale) }
    row.days.push(day)
    rows.set(id, row)
  }
  const daysFirst = (row: WeekRow) => WEEKDAYS.indexOf(row.days[0] ?? 'MO')
  return [...rows.values()].sort((a, b) => daysFirst(a) - daysFirst(b) || a.from.localeCompare(b.from))
}

/** Spreads rows over their days, in the order of the week; `read`: how their values are typed. */
export function slotsOfRows(rows: readonly WeekRow[], read: (text: string) => number = numberOf): WeekSlot[] {
  const slots = rows.flatMap(({ days, from, to, value }) => days.map((day) => ({ day, from, to, value: read(value) })))
  return slots.sort((a, b) => WEEKDAYS.indexOf(a.day) - WEEKDAYS.indexOf(b.day) || a.from.localeCompare(b.from))
}

/** A row for all days that nobody has filled in. */
export function emptyRow(): WeekRow {
  lastKey += 1
  return { key: lastKey, days: [...WEEKDAYS], from: '00:00', to: '24:00', value: '' }
}

/** Minutes from midnight of `HH:MM`, 24:00 included. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
