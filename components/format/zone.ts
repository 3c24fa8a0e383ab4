/** A wall-clock time; `month` 1–12, `weekday` 0 (Sunday) to 6. */
export type LocalTime = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  weekday: number
}

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function partsFormat(zone: string): Intl.DateTimeFormat {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  formats.set(zone, known)
  return known
}

/** The wall clock of `zone` (IANA) at an instant (epoch ms). */
export function localTimeOf(instant: number, zone: string): LocalTime {
  const shifted = new Date(instant + offsetMsAt(instant, zone))
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  }
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
export function offsetMsAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000
  const part: Record<string, number> = {}
  for (const { type, value } of partsFormat(zone).formatToParts(whole)) part[type] = Number(value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole
}

/**
 * The instant of a wall-clock time: one that DST skips moves forward by the gap, one that occurs twice is the first.
 * `day` and `month` may overflow, as with Date.UTC.
 */
export function instantOf(local: Pick<LocalTime, 'year' | 'month' | 'day' | 'hour' | 'minute'>, zone: string): number {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute)
  const before = asUtc - offsetMsAt(asUtc - DAY_MS, zone)
  const after = asUtc - offsetMsAt(asUtc + DAY_MS, zone)
  const holds = (instant: number) => instant + offsetMsAt(instant, zone) === asUtc
  const valid = [before, after].filter(holds)
  return valid.length > 0 ? Math.min(...valid) : before
}

/** The midnight that begins the local day of `instant`, moved by `days` local days (a DST day has 23 or 25 hours). */
export function startOfDay(instant: number, zone: string, days = 0): number {
  const { year, month, day } = localTimeOf(instant, zone)
  return instantOf({ year, month, day: day + days, hour: 0, minute: 0 }, zone)
}

/** Whole local days from one instant's day to another's: 0 today, 1 tomorrow. */
export function daysBetween(from: number, to: number, zone: string): number {
  const dayNumber = (instant: number) => {
    const { year, month, day } = localTimeOf(instant, zone)
    return Date.UTC(year, month - 1, day) / DAY_MS
  }
  return dayNumber(to) - dayNumber(from)
}
