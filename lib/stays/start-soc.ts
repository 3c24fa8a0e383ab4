import { batteryEnergyKwh, elapsedSegments } from '@/lib/stays/delivered'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { heardUntil } from '@/lib/stays/silence'

export type SocSource = 'measured' | 'posted' | 'estimated' | 'assumed'

/** A state of charge in percent, where it comes from, and the instant (epoch ms) for which it was said. */
export type KnownSoc = { soc: number; source: SocSource; at: number }

/**
 * The SoC with which a stay began: measured in it, else posted, else estimated from the last known less the trip, else
 * what the location assumes.
 */
export function arrivalSoc(stay: DepotStay, assumedSoc: number): KnownSoc {
  const { measured, arrival } = stay
  const at = measured.connectedAt ?? arrival
  if (measured.startSoc !== null) return { soc: measured.startSoc, source: 'measured', at }
  if (stay.startSoc !== null) return { soc: stay.startSoc, source: 'posted', at }
  if (stay.estimatedSoc !== null) return { soc: stay.estimatedSoc, source: 'estimated', at }
  return { soc: assumedSoc, source: 'assumed', at }
}

/** The latest that is known of a stay's SoC: the last measured one, else the one at its arrival. */
export function lastKnownSoc(stay: DepotStay, assumedSoc: number): KnownSoc {
  const { soc, socAt } = stay.measured
  if (soc !== null && socAt !== null) return { soc, source: 'measured', at: socAt }
  return arrivalSoc(stay, assumedSoc)
}

/**
 * The SoC at `now`: the last known, carried forward by what the incumbent plans have delivered since. Where the chargers
 * say which vehicles are there, nothing is delivered to a vehicle that is not connected or does not charge, or that has fallen silent.
 */
export function socAt(stay: DepotStay, now: number, assumedSoc: number, followsEvents: boolean): KnownSoc {
  const known = lastKnownSoc(stay, assumedSoc)
  const { batterySizeKwh } = stay.vehicle
  const until = followsEvents ? heardUntil(stay, now) : now
  if (until <= known.at || batterySizeKwh === null || !mayHaveCharged(stay, followsEvents)) return known
  const elapsed = elapsedSegments(stay.elapsed, stay.incumbent?.plan.segments ?? [], until)
  const chargedKwh = batteryEnergyKwh(elapsed, { from: known.at, to: until })
  return { ...known, soc: Math.min(Math.max(100, known.soc), known.soc + (chargedKwh / batterySizeKwh) * 100) }
}

function mayHaveCharged({ measured }: DepotStay, followsEvents: boolean): boolean {
  if (!followsEvents) return true
  return measured.connectedAt !== null && measured.chargingStartedAt !== null && measured.chargingEndedAt === null
}
