import { arrivingShare } from '@/lib/stays/arriving-share'
import { batteryEnergyKwh, elapsedSegments } from '@/lib/stays/delivered'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { heardUntil } from '@/lib/stays/silence'

export type SocSource = 'measured' | 'posted' | 'estimated' | 'assumed'

/**
 * A state of charge in percent, where it comes from, and the instant (epoch ms) for which it was said. `plusMinus`: how
 * far it may be off, in points; `beyond`: how many points were counted above 100, where an estimate began too high.
 */
export type KnownSoc = { soc: number; source: SocSource; at: number; plusMinus: number; beyond?: number }

/** How far a SoC may be off at first, in points: a reading is a whole number, a timetable's number a guess. */
const UNCERTAINTY: Readonly<Record<SocSource, number>> = { measured: 0.5, posted: 5, estimated: 5, assumed: 20 }

/** What a meter at the outlet counts does not all reach the battery: of the points so added, this share is uncertain. */
const LOST_SHARE = 0.05

/**
 * The SoC with which a stay began: measured in it, else posted, else estimated from the last known less the trip, else
 * what the location assumes.
 */
export function arrivalSoc(stay: DepotStay, assumedSoc: number): KnownSoc {
  const { measured, arrival } = stay
  const at = measured.connectedAt ?? arrival
  const said = (soc: number, source: SocSource) => ({ soc, source, at, plusMinus: UNCERTAINTY[source] })
  if (measured.startSoc !== null) return said(measured.startSoc, 'measured')
  if (stay.startSoc !== null) return said(stay.startSoc, 'posted')
  if (stay.estimatedSoc !== null) return said(stay.estimatedSoc, 'estimated')
  return said(assumedSoc, 'assumed')
}

/**
 * The latest that is known of a stay's SoC: the last measured one, else the one at its arrival and what was metered
 * since, which makes a posted one an estimate.
 */
export function lastKnownSoc(stay: DepotStay, assumedSoc: number): KnownSoc {
  const { soc, socAt } = stay.measured
  if (soc !== null && socAt !== null) return { soc, source: 'measured', at: socAt, plusMinus: UNCERTAINTY.measured }
  const arrived = arrivalSoc(stay, assumedSoc)
  const { charged, vehicle } = stay
  const energyKwh = charged.reduce((sum, { energykWh = 0 }) => sum + energykWh, 0)
  if (energyKwh <= 0 || vehicle.batterySizeKwh === null) return arrived
  const points = (energyKwh / vehicle.batterySizeKwh) * 100
  return {
    ...withinBattery(arrived, points),
    source: arrived.source === 'posted' ? 'estimated' : arrived.source,
    at: Math.max(arrived.at, charged.at(-1)?.to ?? arrived.at),
    plusMinus: arrived.plusMinus + LOST_SHARE * points,
  }
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
  const chargedKwh = batteryEnergyKwh(elapsed, { from: known.at, to: until }) * arrivingShare(stay)
  return { ...known, ...withinBattery(known, (chargedKwh / batterySizeKwh) * 100) }
}

function withinBattery(
  { soc, beyond = 0 }: Pick<KnownSoc, 'soc' | 'beyond'>,
  points: number,
): Pick<KnownSoc, 'soc' | 'beyond'> {
  // A posted plan may draw power out of the vehicle, and for longer than there is energy.
  const counted = Math.max(0, soc + beyond + points)
  const most = Math.max(100, soc)
  return counted > most ? { soc: most, beyond: counted - most } : { soc: counted }
}

function mayHaveCharged({ measured }: DepotStay, followsEvents: boolean): boolean {
  if (!followsEvents) return true
  if (measured.disconnectedAt !== null) return false
  return measured.connectedAt !== null && measured.chargingStartedAt !== null && measured.chargingEndedAt === null
}
