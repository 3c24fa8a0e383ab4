import { instantOf, localTimeOf } from '@/components/format/zone'

/** The wall clock of a depot at an instant, as the fields of a form have it. */
export function wallClock(instant: number, zone: string): string {
  const { year, month, day, hour, minute } = localTimeOf(instant, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/** The instant (epoch ms) of such a value on a depot's clock; null when it is none. */
export function instantOfClock(value: string, zone: string): number | null {
  const parts = /^(\d{4,6})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value)?.slice(1).map(Number)
  const [year, month, day, hour, minute] = parts ?? []
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return null
  return instantOf({ year, month, day, hour, minute }, zone)
}
