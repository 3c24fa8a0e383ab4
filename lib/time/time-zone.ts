// Its functions rather than its classes: a browser loads those that are named here and no others.
import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant'
import { toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import { DAY_MS } from '@/lib/time/interval'

/** A stretch of time in which a zone's offset from UTC does not change. */
type Span = { from: number; to: number; offset: number }

/** More spans than this are forgotten at once: a century of a zone with two clock changes a year. */
const MAX_SPANS = 200

/**
 * A time zone's clock, independent of the process's own zone. Wall times are local times written as if they were UTC
 * (ms). Asking Temporal costs 20 µs a time, so stretches without a clock change are remembered.
 */
export class TimeZone {
  private spans: Span[] = []
  private recent: Span = { from: 0, to: 0, offset: 0 }

  constructor(readonly name: string) {}

  /** The wall time at an instant (epoch ms). */
  toWall(instant: number): number {
    return instant + this.spanAt(instant).offset
  }

  /**
   * The instant (epoch ms) of a wall time. One that a clock change skips moves forward by the gap; of one that occurs
   * twice, the first is meant: Temporal's `compatible`.
   */
  toInstant(wall: number): number {
    const { from, to, offset } = this.spanAt(wall - this.recent.offset)
    const instant = wall - offset
    if (instant - DAY_MS >= from && instant + DAY_MS < to) return instant
    if (to - from < 4 * DAY_MS) return this.measureInstant(wall)
    return instant - DAY_MS < from ? this.aroundChange(wall, from) : this.aroundChange(wall, to)
  }

  /** With both offsets of a clock change at hand: what is before it by the old clock, or skipped, goes by the old clock. */
  private aroundChange(wall: number, change: number): number {
    const [before, after] = [this.spanAt(change - 1), this.spanAt(change)]
    if (before.from > change - 4 * DAY_MS || after.to < change + 4 * DAY_MS) return this.measureInstant(wall)
    const [old, next] = [wall - before.offset, wall - after.offset]
    return old < change || next < change ? old : next
  }

  private measureInstant(wall: number): number {
    const utc = ZonedDateTime.toPlainDateTime(zoned(wall, 'UTC'))
    return toZonedDateTime(utc, this.name, { disambiguation: 'compatible' }).epochMilliseconds
  }

  private spanAt(instant: number): Span {
    const holds = (span: Span) => span.from <= instant && instant < span.to
    if (!holds(this.recent)) this.recent = this.spans.find(holds) ?? this.remember(this.measureSpan(instant))
    return this.recent
  }

  private remember(span: Span): Span {
    if (this.spans.length >= MAX_SPANS) this.spans = []
    this.spans.push(span)
    return span
  }

  private measureSpan(instant: number): Span {
    const here = zoned(instant, this.name)
    const next = ZonedDateTime.getTimeZoneTransition(here, 'next')
    const previous = ZonedDateTime.getTimeZoneTransition(ZonedDateTime.addNanoseconds(here, 1), 'previous')
    return {
      from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offset: ZonedDateTime.offsetNanoseconds(here) / 1e6,
    }
  }
}

function zoned(instant: number, zone: string): ZonedDateTime.Record {
  return toZonedDateTimeISO(fromEpochMilliseconds(instant), zone)
}

const zones = new Map<string, TimeZone>()

/** The clock of an IANA zone. Throws a RangeError for a name that is none: names are checked where they enter. */
export function timeZone(name: string): TimeZone {
  const known = zones.get(name)
  if (known) return known
  const zone = new TimeZone(zoned(0, name).timeZoneId)
  zones.set(name, zone)
  return zone
}

/** Whether `name` is a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    timeZone(name)
    return true
  } catch {
    return false
  }
}
