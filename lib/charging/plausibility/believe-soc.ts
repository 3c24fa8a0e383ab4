import type { ChargerEvent } from '@/lib/charging/charger-event'
import type { Counter } from '@/lib/charging/plausibility/counter'
import type { Judged } from '@/lib/charging/plausibility/judged'
import { type Limits, likelyKw } from '@/lib/charging/plausibility/limits'
import { HOUR_MS } from '@/lib/time/interval'

/** Readings of a battery differ by so many points for no reason. */
const TOLERANCE_POINTS = 5

/** Of what the outlet gives, at least this share reaches the battery. */
const LEAST_SHARE = 0.85

/** A reading, and its place among the events. */
type SocReading = { index: number; soc: number }

/** The least and the most that can have been charged since the beginning of the session, at each event, kWh. */
type Charged = { lowKwh: number; highKwh: number }

/**
 * The states of charge of a session in percent, one for each event. What lies outside 0–100 is none (255: not
 * available). A value up to 1 is a fraction where that goes on from the last reading. A jump that the energy in
 * between cannot explain is believed once a second reading agrees with it; of one instant, it is the same one said again.
 */
export function believeSoc(
  events: readonly ChargerEvent[],
  counters: readonly (Counter | null)[],
  limits: Limits,
): Judged<number>[] {
  const charged = chargedAt(events, counters, limits)
  let last: SocReading | null = null
  let waiting: SocReading | null = null
  const follows = (before: SocReading, reading: SocReading) => explains(before, reading, charged, limits)
  const isLater = (before: SocReading, { index }: SocReading) => events[index]?.at !== events[before.index]?.at
  return events.map(({ soc }, index): Judged<number> => {
    if (soc === null) return { value: null }
    const warning = noSoc(soc)
    if (warning !== null) return { value: null, warning }
    const asSent = { index, soc }
    const asFraction = { index, soc: soc * 100 }
    const isFraction = soc > 0 && soc <= 1 && last !== null && !follows(last, asSent) && follows(last, asFraction)
    const reading = isFraction ? asFraction : asSent
    if (
      last === null ||
      follows(last, reading) ||
      (waiting && isLater(waiting, reading) && follows(waiting, reading))
    ) {
      last = reading
      waiting = null
      return { value: reading.soc, ...(isFraction && { warning: `soc: ${soc} is taken as a fraction of one` }) }
    }
    waiting = reading
    return { value: null, warning: `soc: ${soc} is not explained by what was charged; a second reading is awaited` }
  })
}

/** Why a value is no state of charge, whatever was read before; null: it can be one. 255 means not available. */
export function noSoc(soc: number): string | null {
  return soc < 0 || soc > 100 ? `soc: ${soc} is no state of charge and is left out` : null
}

function explains(before: SocReading, reading: SocReading, charged: readonly Charged[], limits: Limits): boolean {
  const { batterySizeKwh } = limits
  const [from, to] = [charged[before.index], charged[reading.index]]
  if (!from || !to) return false
  if (batterySizeKwh === null) return reading.soc >= before.soc - TOLERANCE_POINTS
  const points = (energyKwh: number) => (Math.max(0, energyKwh) / batterySizeKwh) * 100
  const leastKwh = LEAST_SHARE * (to.lowKwh - from.highKwh) - limits.preconditioningKwh
  const least = before.soc + points(leastKwh) - TOLERANCE_POINTS
  const most = before.soc + points(to.highKwh - from.lowKwh) + TOLERANCE_POINTS
  return reading.soc >= Math.min(least, 100 - TOLERANCE_POINTS) && reading.soc <= most
}

/** At a counter's readings both are what it says; between them, and where there is none, the vehicle's power bounds it. */
function chargedAt(events: readonly ChargerEvent[], counters: readonly (Counter | null)[], limits: Limits): Charged[] {
  const highestKw = likelyKw(limits)
  const charged: Charged[] = []
  let at: { lowKwh: number; highKwh: number; instant: number } | null = null
  const nextSince = nextCounters(counters)
  for (const [index, event] of events.entries()) {
    at ??= { lowKwh: 0, highKwh: 0, instant: event.at }
    const hours = event.estimated ? 1 : (event.at - at.instant) / HOUR_MS
    const most = Math.max(0, highestKw * hours)
    const since = counters[index]?.sinceKwh
    if (since != null) at = { lowKwh: at.lowKwh + since, highKwh: at.highKwh + since, instant: event.at }
    else if (counters[index]) at = { lowKwh: at.lowKwh, highKwh: at.highKwh + most, instant: event.at }
    const isRead = counters[index] !== null && counters[index] !== undefined
    charged.push({
      lowKwh: at.lowKwh,
      highKwh: isRead ? at.highKwh : at.highKwh + Math.min(most, nextSince[index] ?? Number.POSITIVE_INFINITY),
    })
  }
  return charged
}

/** For each event, what the counter says at its next reading; null where there is none. */
function nextCounters(counters: readonly (Counter | null)[]): (number | null)[] {
  const next: (number | null)[] = []
  let since: number | null = null
  for (let index = counters.length - 1; index >= 0; index -= 1) {
    const counter = counters[index]
    if (counter) since = counter.sinceKwh
    next[index] = since
  }
  return next
}
