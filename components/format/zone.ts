import { DAY_MS } from '@/lib/time/interval'
import { timeZone } from '@/lib/time/time-zone'

/** A wall-clock time; `month` 1–12. */
export type LocalTime = { year: number; month: number; day: number; hour: number; minute: number }

/** The wall clock of `zone` (IANA) at an instant (epoch ms), with its weekday: 0 (Sunday) to 6. */
export function localTimeOf(instant: number, zone: string): LocalTime & { weekday: number } {
  const wall = new Date(timeZone(zone).toWall(instant))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    weekday: wall.getUTCDay(),
  }
}

/** The instant of a wall-clock time; `day`, `hour` and `minute` may run over, as with Date.UTC. */
export function instantOf({ year, month, day, hour, minute }: LocalTime, zone: string): number {
  return timeZone(zone).toInstant(Date.UTC(year, month - 1, day, hour, minute))
}

/** The midnight that begins the local day of `instant`, moved by `days` local days (a DST day has 23 or 25 hours). */
export function startOfDay(instant: number, zone: string, days = 0): number {
  const clock = timeZone(zone)
  const day = Math.floor(clock.toWall(instant) / DAY_MS)
  return clock.toInstant((day + days) * DAY_MS)
}

/** Whole local days from one instant's day to another's: 0 today, 1 tomorrow. */
export function daysBetween(from: number, to: number, zone: string): number {
  const clock = timeZone(zone)
  return Math.floor(clock.toWall(to) / DAY_MS) - Math.floor(clock.toWall(from) / DAY_MS)
}
