import type { RuleParts } from '@/lib/contract/recurrence-rule'
import { type Day, dayOfDate, firstDayOfMonth, LAST_DAY, monthIndexOf, weekdayOf } from '@/lib/time/calendar-day'
import { DAY_MS } from '@/lib/time/interval'
import { atPositions, daysOfMonth, daysOfYear } from '@/lib/time/rule-period'

/** The rule's days in one period, as days after its start, and the first day after that period. */
type Block = { readonly start: Day; readonly offsets: readonly number[]; readonly end: Day }

/** After the last day of the calendar. */
const NOTHING_LEFT: Block = { start: LAST_DAY, offsets: [], end: Number.MAX_SAFE_INTEGER }
const LAST_YEAR = Math.floor(monthIndexOf(LAST_DAY) / 12)

/**
 * How far a rule reaches from its first day: 300 years. It bounds every search for a next or a last occurrence at some tens
 * of milliseconds, also for a rule that matches its first day and never again.
 */
const REACH_DAYS = 109_573

/** Every kind of year occurs within so many. */
const CALENDAR_YEARS = 40

/**
 * Months that begin on the same weekday and are equally long have the same days; so have years that begin alike, after a
 * year of the same length (which decides whose week the first days belong to). So there are at most 28 kinds of months and
 * 21 of years to know about a rule. They are remembered by the rule's parts, for a fleet's rules look alike.
 */
type Kinds = Map<number, readonly number[]>
const MAX_REMEMBERED_DAYS = 3_000_000
const remembered = new Map<string, Kinds>()
let rememberedDays = 0

/**
 * The days of a recurrence rule, by the calendar alone: no zone, no time of day. INTERVAL counts from `first`; COUNT
 * counts the days of the rule from `first` on. Costs by what is asked for, whatever the rule.
 */
export class RuleDays {
  private readonly kinds: Kinds
  private readonly parts: RuleParts
  /** Nothing but INTERVAL chooses among the days, so they need not be asked for. */
  private readonly everyDay: boolean
  /** The weekdays of BYDAY, from WKST on. */
  private readonly weekOffsets: readonly number[]
  /** COUNT as far as it was counted: so many days of the rule lie before `through`. */
  private counted = 0
  private through: Day
  private lastDay: Day

  constructor(
    parts: RuleParts,
    readonly first: Day,
    lastDay: Day = LAST_DAY,
  ) {
    this.parts = withImplied(parts, first)
    this.weekOffsets = this.parts.byDay.map(({ weekday }) => (weekday - parts.weekStart + 7) % 7).sort((a, b) => a - b)
    this.through = first
    this.lastDay = Math.min(lastDay, first + REACH_DAYS, LAST_DAY)
    this.everyDay = parts.freq === 'DAILY' && this.parts.byMonthDay === ALL_MONTH_DAYS && parts.byMonth.length === 0
    if (this.everyDay && parts.count !== null)
      this.lastDay = Math.min(this.lastDay, first + (parts.count - 1) * parts.interval)
    const { freq, weekStart, byMonth, byWeekNo, byYearDay, byMonthDay, byDay, bySetPos } = this.parts
    this.kinds = kindsOf(JSON.stringify([freq, weekStart, byMonth, byWeekNo, byYearDay, byMonthDay, byDay, bySetPos]))
  }

  /** The rule's days in `[from, to]`, ascending. */
  between(from: Day, to: Day): Day[] {
    const end = Math.min(to, this.endThrough(to))
    const found: Day[] = []
    for (let cursor = Math.max(from, this.first); cursor <= end; ) {
      const block = this.blockFrom(cursor)
      for (const offset of block.offsets) {
        const day = block.start + offset
        if (day >= cursor && day <= end) found.push(day)
      }
      cursor = block.end
    }
    return found
  }

  /** Whether `day` is a day of the rule. */
  has(day: Day): boolean {
    return this.between(day, day).length > 0
  }

  /** The first day of the rule at or after `from`, null when there is none left. */
  next(from: Day): Day | null {
    let cursor = Math.max(from, this.first)
    while (cursor <= this.lastDay) {
      const block = this.blockFrom(cursor)
      const offset = block.offsets.find((candidate) => block.start + candidate >= cursor)
      const day = offset === undefined ? undefined : block.start + offset
      if (day !== undefined) return day <= this.endThrough(day) ? day : null
      cursor = block.end
    }
    return null
  }

  /** Learns all kinds of years that the rule needs, one a step: whatever is asked afterwards costs little. */
  *learn(): Generator<void> {
    if (this.parts.freq !== 'YEARLY') return
    for (let year = 2000; year < 2000 + CALENDAR_YEARS; year++) {
      const known = this.kinds.size
      this.yearBlockOf(year)
      if (this.kinds.size > known) yield
    }
  }

  /** The rule's last day as far as it is known when counted through `day`. */
  private endThrough(day: Day): Day {
    const { count } = this.parts
    while (count !== null && !this.everyDay && this.through <= Math.min(day, this.lastDay)) {
      const block = this.blockFrom(this.through)
      const last = block.offsets[count - this.counted - 1]
      if (last !== undefined) this.lastDay = Math.min(this.lastDay, block.start + last)
      this.counted += block.offsets.length
      this.through = block.end
    }
    return this.lastDay
  }

  /** The first period of the rule that ends after `day`, with its days from `first` on. */
  private blockFrom(day: Day): Block {
    const { freq } = this.parts
    const block =
      freq === 'DAILY'
        ? this.dailyBlock(day)
        : freq === 'WEEKLY'
          ? this.weekBlock(day)
          : freq === 'MONTHLY'
            ? this.monthBlock(day)
            : this.yearBlock(day)
    const { start, offsets } = block
    const beforeFirst = offsets[0] !== undefined && start + offsets[0] < this.first
    return beforeFirst ? { ...block, offsets: offsets.filter((offset) => start + offset >= this.first) } : block
  }

  /** Every n-th day, as far as it is in the set of its month. */
  private dailyBlock(day: Day): Block {
    const { interval, bySetPos } = this.parts
    const aligned = this.first + this.steps(day - this.first) * interval
    if (aligned > LAST_DAY) return NOTHING_LEFT
    const month = this.monthBlockOf(monthIndexOf(aligned))
    const { start, end, offsets } = month
    if (bySetPos.length > 0 && !bySetPos.includes(1) && !bySetPos.includes(-1)) return { start, offsets: [], end }
    if (this.everyDay) return { start: aligned, offsets: everyNth(end - aligned, interval), end }
    if (interval === 1) return month
    return { start, offsets: offsets.filter((offset) => (start + offset - this.first) % interval === 0), end }
  }

  private weekBlock(day: Day): Block {
    const { interval, weekStart, byMonth, bySetPos } = this.parts
    const firstWeek = this.first - ((weekdayOf(this.first) - weekStart + 7) % 7)
    const start = firstWeek + this.steps(Math.floor((day - firstWeek) / 7)) * interval * 7
    if (start > LAST_DAY) return NOTHING_LEFT
    const inMonth = (offset: number) => byMonth.includes((monthIndexOf(start + offset) % 12) + 1)
    const offsets = byMonth.length > 0 ? this.weekOffsets.filter(inMonth) : this.weekOffsets
    return { start, offsets: atPositions(offsets, bySetPos), end: start + 7 }
  }

  private monthBlock(day: Day): Block {
    const firstMonth = monthIndexOf(this.first)
    const month = firstMonth + this.steps(monthIndexOf(day) - firstMonth) * this.parts.interval
    if (month > monthIndexOf(LAST_DAY)) return NOTHING_LEFT
    return this.monthBlockOf(month)
  }

  private yearBlock(day: Day): Block {
    const firstYear = Math.floor(monthIndexOf(this.first) / 12)
    const year = firstYear + this.steps(Math.floor(monthIndexOf(day) / 12) - firstYear) * this.parts.interval
    if (year > LAST_YEAR) return NOTHING_LEFT
    return this.yearBlockOf(year)
  }

  private yearBlockOf(year: number): Block {
    const start = dayOfDate(year, 1, 1)
    const end = dayOfDate(year + 1, 1, 1)
    const lengths = (end - start - 365) * 2 + (start - dayOfDate(year - 1, 1, 1) - 365)
    const offsets = this.remember(lengths * 7 + weekdayOf(start), () => {
      const alike = dayOfDate(2000 + (year % 400), 1, 1) * DAY_MS
      return atPositions(daysOfYear(this.parts, alike), this.parts.bySetPos)
    })
    return { start, offsets, end }
  }

  /** How many intervals lead to the period that is `distance` periods after the first, or to the next one. */
  private steps(distance: number): number {
    return Math.max(0, Math.ceil(distance / this.parts.interval))
  }

  private monthBlockOf(month: number): Block {
    const { freq, byMonth, bySetPos } = this.parts
    const [start, end] = [firstDayOfMonth(month), firstDayOfMonth(month + 1)]
    if (byMonth.length > 0 && !byMonth.includes((month % 12) + 1)) return { start, offsets: [], end }
    const [length, firstWeekday] = [end - start, weekdayOf(start)]
    const offsets = this.remember(length * 7 + firstWeekday, () => {
      const days = daysOfMonth(this.parts, length, firstWeekday)
      return freq === 'MONTHLY' ? atPositions(days, bySetPos) : days
    })
    return { start, offsets, end }
  }

  private remember(kind: number, measure: () => readonly number[]): readonly number[] {
    const known = this.kinds.get(kind)
    if (known) return known
    const offsets = measure()
    this.kinds.set(kind, offsets)
    rememberedDays += offsets.length + 10
    return offsets
  }
}

function kindsOf(parts: string): Kinds {
  const known = remembered.get(parts)
  if (known) return known
  if (rememberedDays >= MAX_REMEMBERED_DAYS) {
    remembered.clear()
    rememberedDays = 0
  }
  const kinds: Kinds = new Map()
  remembered.set(parts, kinds)
  return kinds
}

function everyNth(length: number, interval: number): number[] {
  return Array.from({ length: Math.ceil(length / interval) }, (_, index) => index * interval)
}

const ALL_MONTH_DAYS = Array.from({ length: 31 }, (_, index) => index + 1)

/** What a rule leaves out is taken from its first day (RFC 5545, 3.3.10). */
function withImplied(parts: RuleParts, first: Day): RuleParts {
  const { freq, byDay, byMonthDay, byWeekNo, byYearDay, byMonth } = parts
  if (byDay.length + byMonthDay.length + byWeekNo.length + byYearDay.length > 0) return parts
  const date = new Date(first * DAY_MS)
  if (freq === 'DAILY') return { ...parts, byMonthDay: ALL_MONTH_DAYS }
  if (freq === 'WEEKLY') return { ...parts, byDay: [{ weekday: weekdayOf(first), nth: null }] }
  const onDate = { ...parts, byMonthDay: [date.getUTCDate()] }
  return freq === 'YEARLY' && byMonth.length === 0 ? { ...onDate, byMonth: [date.getUTCMonth() + 1] } : onDate
}
