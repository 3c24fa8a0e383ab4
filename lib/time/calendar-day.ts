import { DAY_MS } from '@/lib/time/interval'

/**
 * A calendar day as a number: days since 1970-01-01, the same in every time zone. A *wall time* is a local date and
 * time written as if it were UTC, in milliseconds; its day is the wall time divided by the length of a day.
 */
export type Day = number

/** The day of a date; `month` is 1–12 and may run over, as `dayOfDate(2026, 13, 1)` is New Year's Day of 2027. */
export function dayOfDate(year: number, month: number, date: number): Day {
  return Math.floor(Date.UTC(year, month - 1, date) / DAY_MS)
}

/** The day that a wall time lies on. */
export function dayOfWall(wall: number): Day {
  return Math.floor(wall / DAY_MS)
}

/** 0 is Monday, 6 Sunday: the order of RFC 5545's week. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The Monday of a week of ISO 8601: the first week of a year has its fourth of January. */
export function mondayOfWeek(year: number, week: number): Day {
  const fourth = dayOfDate(year, 1, 4)
  return fourth - weekdayOf(fourth) + (week - 1) * 7
}

/** The week of ISO 8601 that a day is in, and the year that counts it: that of the week's Thursday. */
export function weekOf(day: Day): { year: number; week: number } {
  const monday = day - weekdayOf(day)
  const year = new Date((monday + 3) * DAY_MS).getUTCFullYear()
  return { year, week: (monday - mondayOfWeek(year, 1)) / 7 + 1 }
}

/** Months since January of the year 0. */
export function monthIndexOf(day: Day): number {
  const date = new Date(day * DAY_MS)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** The first day of a month given by its index. */
export function firstDayOfMonth(monthIndex: number): Day {
  return dayOfDate(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 1)
}

/** The last day that anything recurs on: timestamps of the contract have four digits for the year. */
export const LAST_DAY: Day = dayOfDate(9999, 12, 31)

/** `20261122`: how an occurrence's id names its local date. */
export function formatDay(day: Day): string {
  const date = new Date(day * DAY_MS)
  return String(date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate())
}

/** Reads `20261122`. @returns null when it is no date of the calendar */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1000) return null
  const day = dayOfDate(year, month, date)
  return formatDay(day) === text ? day : null
}
