import { type BelievedSession, energyCourse, type Metered } from '@/lib/charging/metering'
import { placeOf } from '@/lib/time/place-of'

/** The state of charge (percent) at an instant of a session; null where no reading tells. */
export type SocCourse = (instant: number) => number | null

type SocReading = { at: number; soc: number }

/** A reading in whole points says no more than that the SoC is as near to it. */
const WHOLE_POINTS = 0.5

/**
 * The SoC of a session as it was read and is believed, carried forward from a reading (and back from the first one) by the metered
 * energy. A reading that what was carried forward agrees with changes nothing, so that whole points make no steps.
 * Without a known battery size a reading holds until the next.
 */
export function socCourse(
  session: BelievedSession,
  metered: readonly Metered[],
  batterySizeKwh: number | null,
): SocCourse {
  const energyIn = energyCourse(metered)
  const pointsIn = (from: number, to: number) => (batterySizeKwh ? (energyIn({ from, to }) / batterySizeKwh) * 100 : 0)
  const readings = smoothed(
    session.events.flatMap(({ at, soc }) => (soc === null ? [] : [{ at, soc }])),
    pointsIn,
  )
  return (instant) => {
    const reading =
      readings[
        Math.max(
          0,
          placeOf(readings, ({ at }) => at <= instant),
        )
      ]
    if (!reading) return null
    const points = pointsIn(Math.min(reading.at, instant), Math.max(reading.at, instant))
    const soc = instant < reading.at ? reading.soc - points : reading.soc + points
    return Math.min(100, Math.max(0, soc))
  }
}

function smoothed(readings: readonly SocReading[], pointsIn: (from: number, to: number) => number): SocReading[] {
  const kept: SocReading[] = []
  for (const { at, soc } of readings) {
    const last = kept.at(-1)
    const carried = last ? last.soc + pointsIn(last.at, at) : soc
    const agrees = Number.isInteger(soc) && Math.abs(carried - soc) <= WHOLE_POINTS
    kept.push({ at, soc: agrees ? Math.min(100, carried) : soc })
  }
  return kept
}
