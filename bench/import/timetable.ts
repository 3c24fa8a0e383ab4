import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** A timetable for the bench: so many vehicles with so many stays each. */
export type Timetable = { vehicles: number; staysEach: number }

export const vehicleId = (index: number) => `bus-${String(index + 1).padStart(4, '0')}`

/**
 * Stays as a file has them, a vehicle's together.
 * @param from when the first evening begins, epoch ms
 * @param lateMinutes moves every arrival and departure
 */
export function timetableCsv({ vehicles, staysEach }: Timetable, from: number, lateMinutes = 0): string {
  const at = (instant: number) => new Date(instant + lateMinutes * MINUTE_MS).toISOString()
  const lines = Array.from({ length: vehicles * staysEach }, (_, row) => {
    const [index, day] = [Math.floor(row / staysEach), row % staysEach]
    const arrival = from + day * DAY_MS + (index % 90) * MINUTE_MS
    return [vehicleId(index), at(arrival), at(arrival + 9 * HOUR_MS), `${20 + (index % 50)}`, '95'].join(';')
  })
  return ['vehicle;arrival;departure;start SoC;target SoC', ...lines].join('\r\n')
}
