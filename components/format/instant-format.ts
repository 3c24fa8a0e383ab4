import { daysBetween, localTimeOf } from '@/components/format/zone'
import type { Text } from '@/components/messages/text'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const RELATIVE_UNTIL_MS = 12 * HOUR_MS

/** How a reader reads times: their locale, the depot's time zone, their language. */
export type Reading = { locale: string; zone: string; text: Text }

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  formats.set(key, known)
  return known
}

/** `05:10` */
export function timeOfDay(instant: number, { locale, zone }: Pick<Reading, 'locale' | 'zone'>): string {
  return format(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)
}

/** `Sun 22 Nov` */
export function dayOf(instant: number, { locale, zone }: Pick<Reading, 'locale' | 'zone'>): string {
  return format(locale, zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(instant).replace(',', '')
}

/** `Sun 22 Nov`, with its year where that is not the year of `now`: `Sat 22 Nov 2025`. */
export function dayOfYear(instant: number, now: number, reading: Pick<Reading, 'locale' | 'zone'>): string {
  const { locale, zone } = reading
  const { year } = localTimeOf(instant, zone)
  if (year === localTimeOf(now, zone).year) return dayOf(instant, reading)
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  return format(locale, zone, options).format(instant).replace(',', '')
}

/** `Sun 22 Nov 05:10` */
export function dayAndTime(instant: number, reading: Pick<Reading, 'locale' | 'zone'>): string {
  return `${dayOf(instant, reading)} ${timeOfDay(instant, reading)}`
}

/** `Sun` */
export function weekdayOf(instant: number, { locale, zone }: Pick<Reading, 'locale' | 'zone'>): string {
  return format(locale, zone, { weekday: 'short' }).format(instant)
}

/** `Sun 05:10` */
export function weekdayAndTime(instant: number, reading: Pick<Reading, 'locale' | 'zone'>): string {
  return `${weekdayOf(instant, reading)} ${timeOfDay(instant, reading)}`
}

/** `05:10` today, `tomorrow 05:10`, `yesterday 05:10`, else `Wed 25 Nov 05:10`. */
export function nearDayAndTime(instant: number, now: number, reading: Reading): string {
  const time = timeOfDay(instant, reading)
  const days = daysBetween(now, instant, reading.zone)
  if (days === 0) return time
  if (days === 1) return reading.text('time.dayAt', { day: reading.text('time.tomorrow'), time })
  if (days === -1) return reading.text('time.dayAt', { day: reading.text('time.yesterday'), time })
  return dayAndTime(instant, reading)
}

/** A time ahead as people say it: `in 25 min`, `in 3 h 20`, and from 12 hours on `tomorrow 05:10`. */
export function timeAhead(instant: number, now: number, reading: Reading): string {
  return timeUntil(instant, now, reading) ?? nearDayAndTime(instant, now, reading)
}

/** How far off a time is: `in 25 min`, `in 3 h 20`; null from 12 hours on, where the day says more. */
export function timeUntil(instant: number, now: number, reading: Reading): string | null {
  const minutes = Math.round((instant - now) / MINUTE_MS)
  if (minutes <= 0) return instant - now > -MINUTE_MS ? reading.text('time.now') : timeAgo(instant, now, reading)
  if (minutes < 60) return reading.text('time.inMinutes', { minutes })
  if (instant - now >= RELATIVE_UNTIL_MS) return null
  const hours = Math.floor(minutes / 60)
  if (minutes % 60 === 0) return reading.text('time.inHours', { hours })
  return reading.text('time.inHoursMinutes', { hours, minutes: String(minutes % 60).padStart(2, '0') })
}

/** A time past as people say it: `just now`, `12 min ago`, `3 h ago`, `yesterday`, `4 days ago`. */
export function timeAgo(instant: number, now: number, { text }: Pick<Reading, 'text'>): string {
  const elapsed = Math.max(0, now - instant)
  if (elapsed < MINUTE_MS) return text('time.justNow')
  if (elapsed < HOUR_MS) return text('time.minutesAgo', { minutes: Math.floor(elapsed / MINUTE_MS) })
  if (elapsed < DAY_MS) return text('time.hoursAgo', { hours: Math.floor(elapsed / HOUR_MS) })
  return text('time.daysAgo', { count: Math.floor(elapsed / DAY_MS) })
}

/** A length of time: `45 min`, `3 h`, `3 h 20 min`. */
export function durationWords(ms: number, { text }: Pick<Reading, 'text'>): string {
  const minutes = Math.round(ms / MINUTE_MS)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return text('time.durationMinutes', { minutes })
  if (minutes % 60 === 0) return text('time.durationHours', { hours })
  return text('time.durationHoursMinutes', { hours, minutes: minutes % 60 })
}

/** The zone as people name it, with its offset at an instant: `Los Angeles (GMT-8)`. */
export function zoneName(zone: string, instant: number, locale: string): string {
  const offset = format(locale, zone, { timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value
  if (zone === 'UTC') return zone
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return offset && offset !== city ? `${city} (${offset})` : city
}
