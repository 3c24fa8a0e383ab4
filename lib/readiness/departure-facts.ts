import type { ReadinessReason } from '@/lib/contract/readiness'
import { HORIZON_MS } from '@/lib/planning/build-problem'
import type { LocationRow } from '@/lib/planning/depot'
import { noPlanReasonOf } from '@/lib/planning/plannable'
import type { DepartureFacts } from '@/lib/readiness/verdict'
import { batteryEnergyKwh } from '@/lib/stays/delivered'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { fullPowerMs, uncontrolledCharge } from '@/lib/stays/full-power'
import { neededSocs } from '@/lib/stays/needed-socs'
import { preconditioningOf } from '@/lib/stays/preconditioning'
import { type Presence, presenceOf } from '@/lib/stays/presence'
import { silentSince } from '@/lib/stays/silence'
import { arrivalSoc, type KnownSoc, socAt } from '@/lib/stays/start-soc'
import { HOUR_MS, includes, MINUTE_MS } from '@/lib/time/interval'

/** The facts of a stay that is not over, and what they were derived from. */
export type Departing = { stay: DepotStay; facts: DepartureFacts; soc: KnownSoc; presence: Presence }

/**
 * Derives what is known of a departure from its stay; null when the stay is over.
 * @param faulted the connector at which the vehicle stands reports a fault
 */
export function departureFacts(
  stay: DepotStay,
  location: LocationRow,
  { now, followsEvents, faulted }: { now: number; followsEvents: boolean; faulted: boolean },
): Departing | null {
  const soc = socAt(stay, now, location.assumedArrivalSoc, followsEvents)
  const { batterySizeKwh } = stay.vehicle
  const maxPowerKw = powerOf(stay)
  const { minimumSoc, targetSoc } = neededSocs(stay, location)
  const presence = presenceOf(stay, {
    now,
    followsEvents,
    marginMinutes: location.departureMarginMinutes,
    fullPowerMs:
      batterySizeKwh === null || maxPowerKw === null
        ? 0
        : fullPowerMs({ soc: soc.soc, untilSoc: targetSoc, batterySizeKwh, maxPowerKw }),
  })
  if (!presence) return null
  const facts: DepartureFacts = {
    now,
    arrival: stay.arrival,
    departure: stay.departure,
    from: presence.from,
    deadline: deadlineOf(stay, presence),
    presence: presence.state,
    faulted: faulted && presence.state !== 'expected' && presence.state !== 'absent',
    silentSince: followsEvents ? silentSince(stay, now) : null,
    idle: isIdle(stay, now, followsEvents),
    soc: soc.soc,
    arrivalSoc: arrivalSoc(stay, location.assumedArrivalSoc).soc,
    socIsAssumed: soc.source === 'assumed',
    predictedSoc: predictedSoc(stay, soc, presence, now),
    minimumSoc,
    targetSoc,
    batterySizeKwh,
    maxPowerKw,
    planIsFrozen: stay.incumbent?.frozen === true,
    siteHasLimit: location.powerLimitKw !== null,
    noPlanReason: noPlan(stay, now),
  }
  return { stay, facts, soc, presence }
}

/** What the vehicle can take, as far as this stay has not shown that less is delivered. */
function powerOf({ vehicle: { maxPowerKw }, deliveredMaxKw }: DepotStay): number | null {
  return maxPowerKw === null ? null : Math.min(maxPowerKw, deliveredMaxKw ?? maxPowerKw)
}

/** Charging ends at the departure less the margin and the preconditioning, unless the plan uses the margin. */
function deadlineOf({ vehicle, incumbent }: DepotStay, { to, marginMinutes }: Presence): number {
  if (incumbent?.plan.usesMargin) return to
  const { vehiclePreconditioningTimeMs, batteryPreconditioningTimeMs } = preconditioningOf(vehicle)
  return to - marginMinutes * MINUTE_MS - Math.max(vehiclePreconditioningTimeMs, batteryPreconditioningTimeMs)
}

/** The plan gives it power right now, and the chargers say that it does not charge. */
function isIdle({ incumbent, measured }: DepotStay, now: number, followsEvents: boolean): boolean {
  if (!followsEvents || measured.connectedAt === null || measured.disconnectedAt !== null) return false
  const segment = incumbent?.plan.segments?.find((candidate) => includes(candidate, now))
  const isCharging = measured.chargingStartedAt !== null && measured.chargingEndedAt === null
  return segment !== undefined && segment.powerkW > 0 && !isCharging
}

/**
 * The SoC at the departure: as the incumbent plan brings it from the SoC of now, as far as that is delivered. A vehicle that is not scheduled charges
 * at full power; without a plan nothing is predicted.
 */
function predictedSoc(stay: DepotStay, soc: KnownSoc, presence: Presence, now: number): number | null {
  const { vehicle, incumbent } = stay
  const { batterySizeKwh } = vehicle
  const maxPowerKw = powerOf(stay)
  if (batterySizeKwh === null) return null
  const window = { from: Math.max(now, presence.from), to: presence.to }
  if (incumbent) {
    const most = maxPowerKw ?? Number.POSITIVE_INFINITY
    const segments = (incumbent.plan.segments ?? []).map((one) => ({ ...one, powerkW: Math.min(one.powerkW, most) }))
    const chargedKwh = batteryEnergyKwh(segments, { from: now, to: Number.POSITIVE_INFINITY })
    return Math.min(Math.max(100, soc.soc), soc.soc + (chargedKwh / batterySizeKwh) * 100)
  }
  if (vehicle.enableChargeScheduling || maxPowerKw === null) return null
  const charge = uncontrolledCharge({ window, soc: soc.soc, untilSoc: 100, batterySizeKwh, maxPowerKw })
  if (!charge) return soc.soc
  return soc.soc + ((charge.powerkW * (charge.to - charge.from)) / HOUR_MS / batterySizeKwh) * 100
}

function noPlan(stay: DepotStay, now: number): ReadinessReason | null {
  if (stay.incumbent) return null
  const reason = noPlanReasonOf(stay.vehicle)
  if (reason) return reason
  return stay.arrival > now + HORIZON_MS ? 'beyond-horizon' : 'not-planned-yet'
}
