import { type BelievedSession, energyWithin, type Metered } from '@/lib/charging/metering'

/** The state of charge (percent) at an instant of a session; null where no reading tells. */
export type SocCourse = (instant: number) => number | null

/**
 * The SoC of a session as it was read and is believed, carried forward from a reading (and back from the first one) by the metered
 * energy. Without a known battery size a reading holds until the next.
 */
export function socCourse(
  session: BelievedSession,
  metered: readonly Metered[],
  batterySizeKwh: number | null,
): SocCourse {
  const readings = session.events.flatMap(({ at, soc }) => (soc === null ? [] : [{ at, soc }]))
  return (instant) => {
    const reading = readings.findLast(({ at }) => at <= instant) ?? readings[0]
    if (!reading) return null
    const range = { from: Math.min(reading.at, instant), to: Math.max(reading.at, instant) }
    const chargedKwh = batterySizeKwh ? energyWithin(metered, range) : 0
    const points = batterySizeKwh ? (chargedKwh / batterySizeKwh) * 100 : 0
    const soc = instant < reading.at ? reading.soc - points : reading.soc + points
    return Math.min(100, Math.max(0, soc))
  }
}
