import type { ReadinessReason } from '@/lib/contract/readiness'
import { HORIZON_MS } from '@/lib/planning/build-problem'
import type { LocationRow } from '@/lib/planning/depot'
import { noPlanReasonOf } from '@/lib/planning/plannable'
import { type DepartureFacts, slackMs } from '@/lib/readiness/verdict'
import type { Place } from '@/lib/stations/list-places'
import { arrivingShare } from '@/lib/stays/arriving-share'
import { type FullPower, fullPowerMs } from '@/lib/stays/charging-curve'
import { batteryEnergyKwh } from '@/lib/stays/delivered'
import { deliveryOf } from '@/lib/stays/delivery'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { uncontrolledCharge } from '@/lib/stays/full-power'
import { neededSocs } from '@/lib/stays/needed-socs'
import { preconditioningOf } from '@/lib/stays/preconditioning'
import type { Presence } from '@/lib/stays/presence'
import { silentSince } from '@/lib/stays/silence'
import { connectedMaxKw, standingOf } from '@/lib/stays/standing'
import type { KnownSoc } from '@/lib/stays/start-soc'
import { isUnmeasured, surelyHas } from '@/lib/stays/surely-charged'
import { believedFault, COMES_BACK_MS, leastToTryKw } from '@/lib/stays/tried-power'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** The facts of a stay that is not over, and what they were derived from. */
export type Departing = {
  stay: DepotStay
  facts: DepartureFacts
  soc: KnownSoc
  presence: Presence
  /** Where it is plugged in; null where it is not, or where nobody says it. */
  place: StandingPlace | null
}

/** Where a vehicle is plugged in, as its charging events name it. */
export type StandingPlace = Place & { stationId: string; evseId: string | null }

/** A battery that is further behind its plan than so many points is believed to catch up only with so much time to spare. */
const DRIFT_POINTS = 6
const AMPLE_MS = HOUR_MS

/** Stored powers are rounded to less than this (kW). */
const ROUNDING_KW = 0.01

/**
 * Derives what is known of a departure from its stay; null when the stay is over.
 * @param circumstances.faultSince since when the connector at which the vehicle stands reports a fault (epoch ms), null: it does not
 * @param circumstances.outOfOrderSince the same of a fault with which nothing can be charged
 */
export function departureFacts(
  stay: DepotStay,
  location: LocationRow,
  circumstances: {
    now: number
    followsEvents: boolean
    areConnecting?: boolean
    faultSince: number | null
    outOfOrderSince: number | null
    place: StandingPlace | null
  },
): Departing | null {
  const { now, followsEvents, areConnecting, place } = circumstances
  const { soc, presence, power } = standingOf(stay, location, { now, followsEvents, areConnecting })
  if (!presence) return null
  const { minimumSoc, targetSoc } = neededSocs(stay, location)
  const isConnected = presence.state === 'here' || presence.state === 'overdue'
  const outOfOrderSince = isConnected ? believedFault(stay, circumstances.outOfOrderSince) : null
  const isDisproved = circumstances.outOfOrderSince !== null && outOfOrderSince === null
  const facts: DepartureFacts = {
    now,
    arrival: stay.arrival,
    departure: stay.departure,
    from: presence.from,
    deadline: deadlineOf(stay, presence),
    presence: presence.state,
    unpluggedAt: stay.measured.disconnectedAt,
    faultSince: isConnected && !isDisproved ? circumstances.faultSince : null,
    silentSince: followsEvents ? silentSince(stay, now) : null,
    delivery: followsEvents && !mayBeFull(stay, soc) ? deliveryOf(stay, now) : null,
    soc: presence.state === 'left' ? soc.soc : surelyHas(stay, soc),
    socIsAssumed: soc.source === 'assumed',
    predictedSoc: predictedSoc(stay, soc, presence, power, now),
    surelySoc: isUnmeasured(stay, soc) ? surelyHas(stay, soc) + pointsToCome(stay, power, now) : null,
    minimumSoc,
    targetSoc,
    batterySizeKwh: stay.vehicle.batterySizeKwh,
    ...timesOf(stay, power, soc.soc, { minimumSoc, targetSoc }),
    planIsFrozen: stay.incumbent?.frozen === true,
    siteHasLimit: location.powerLimitKw !== null,
    noPlanReason: noPlan(stay, now),
  }
  const stoppedSince = earliest(outOfOrderSince, facts.delivery?.kind === 'not-charging' ? facts.delivery.since : null)
  const promised = promisedSoc(stay, power)
  const predicted = stoppedSince === null ? madeUp(facts, promised) : fromDelivered(facts, stoppedSince, promised)
  return {
    stay,
    facts: { ...facts, predictedSoc: predicted },
    soc,
    presence,
    place: isConnected ? place : null,
  }
}

type Times = Pick<DepartureFacts, 'toTargetMs' | 'toMinimumMs' | 'withoutCurveMs' | 'withFullDeliveryMs'>

/** How long charging takes as it is, and as it would be without what holds it back. */
function timesOf(
  stay: DepotStay,
  power: FullPower | null,
  soc: number,
  { minimumSoc, targetSoc }: { minimumSoc: number; targetSoc: number },
): Times {
  const maxPowerKw = connectedMaxKw(stay)
  const batterySizeKwh = power && power.batterySizeKwh * stay.arriving.given
  if (!power || maxPowerKw === null || batterySizeKwh === null)
    return { toTargetMs: null, toMinimumMs: null, withoutCurveMs: null, withFullDeliveryMs: null }
  return {
    toTargetMs: fullPowerMs(power, soc, targetSoc),
    toMinimumMs: fullPowerMs(power, soc, minimumSoc),
    withoutCurveMs: fullPowerMs({ ...power, curve: [] }, soc, targetSoc),
    withFullDeliveryMs: fullPowerMs({ ...power, batterySizeKwh, maxPowerKw }, soc, targetSoc),
  }
}

/** Charging ends at the departure less the margin and the preconditioning, unless the plan uses the margin. */
function deadlineOf({ vehicle, incumbent }: DepotStay, { to, marginMinutes }: Presence): number {
  if (incumbent?.plan.usesMargin) return to
  const { vehiclePreconditioningTimeMs, batteryPreconditioningTimeMs } = preconditioningOf(vehicle)
  return to - marginMinutes * MINUTE_MS - Math.max(vehiclePreconditioningTimeMs, batteryPreconditioningTimeMs)
}

/**
 * A vehicle that gets nothing for long, or has no time left for that, is not forecast to get anything. Until then it may come back by
 * itself, and then has the time for what was promised.
 */
function fromDelivered(
  { now, deadline, toTargetMs, soc, predictedSoc }: DepartureFacts,
  stoppedSince: number | null,
  promised: number | null,
): number | null {
  if (stoppedSince === null) return predictedSoc
  const hasTime = toTargetMs === null || deadline - now - toTargetMs > COMES_BACK_MS
  if (now - stoppedSince >= COMES_BACK_MS || !hasTime) return soc
  return predictedSoc === null ? null : Math.max(predictedSoc, promised ?? predictedSoc)
}

/**
 * What a vehicle may still get, one that takes nothing if it comes back: what its plan says; its target where that plan is one with the
 * least power to try with, but for what the site does not allow. A frozen plan is not made anew; null: no more than is left of it.
 */
function promisedSoc(stay: DepotStay, power: FullPower | null): number | null {
  const { incumbent, targetSoc } = stay
  if (!incumbent || incumbent.frozen) return null
  const { plan, explanation } = incumbent
  const isTried = power !== null && isToTryWith(plan.schedule?.settings?.evMaxPowerkW, stay, power.maxPowerKw)
  return isTried && explanation?.shortfall?.cause !== 'site-limit' ? targetSoc : (plan.endSoc ?? null)
}

/**
 * A battery that is a little behind its plan, or has left the charger that was out of order, is planned anew within minutes: where it
 * has the time to catch up and nothing keeps it from that, what was promised stands, so that no miss is announced and taken back.
 */
function madeUp(facts: DepartureFacts, promised: number | null): number | null {
  const { predictedSoc, presence, delivery } = facts
  if (predictedSoc === null || promised === null || presence === 'left' || delivery !== null) return predictedSoc
  const spareMs = slackMs(facts)
  const catchesUp = spareMs !== null && spareMs >= (promised - predictedSoc <= DRIFT_POINTS ? 0 : AMPLE_MS)
  return catchesUp ? Math.max(promised, predictedSoc) : predictedSoc
}

/**
 * The SoC at the departure: as the incumbent plan brings it from the SoC of now, as far as that is delivered. A vehicle
 * that is not scheduled charges at full power; without a plan nothing is predicted.
 */
function predictedSoc(
  stay: DepotStay,
  soc: KnownSoc,
  presence: Presence,
  power: FullPower | null,
  now: number,
): number | null {
  const { vehicle, incumbent } = stay
  const { batterySizeKwh } = vehicle
  if (presence.state === 'left') return soc.soc
  if (batterySizeKwh === null) return null
  if (incumbent) return Math.max(0, Math.min(Math.max(100, soc.soc), soc.soc + pointsToCome(stay, power, now)))
  if (vehicle.enableChargeScheduling || power === null) return null
  const window = { from: Math.max(now, presence.from), to: presence.to }
  const charge = uncontrolledCharge({
    window,
    soc: soc.soc,
    untilSoc: 100,
    batterySizeKwh,
    maxPowerKw: power.maxPowerKw,
  })
  if (!charge) return soc.soc
  return soc.soc + ((charge.powerkW * (charge.to - charge.from)) / HOUR_MS / batterySizeKwh) * 100
}

/** The points of SoC that the incumbent plan still brings, as far as they are delivered. */
function pointsToCome(stay: DepotStay, power: FullPower | null, now: number): number {
  const { incumbent, vehicle } = stay
  const most = power?.maxPowerKw ?? Number.POSITIVE_INFINITY
  const segments = (incumbent?.plan.segments ?? []).map((one) => ({ ...one, powerkW: Math.min(one.powerkW, most) }))
  const chargedKwh = batteryEnergyKwh(segments, { from: now, to: Number.POSITIVE_INFINITY }) * arrivingShare(stay)
  return vehicle.batterySizeKwh === null ? 0 : (chargedKwh / vehicle.batterySizeKwh) * 100
}

/** Whether a plan was made with so much power (kW) because its vehicle takes nothing. */
function isToTryWith(planKw: number | undefined, stay: DepotStay, maxPowerKw: number): boolean {
  const leastKw = leastToTryKw(stay, maxPowerKw)
  return planKw !== undefined && leastKw < maxPowerKw && planKw <= leastKw + ROUNDING_KW
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

/** A battery of which nobody knows the SoC may take nothing because it is full. */
function mayBeFull(stay: DepotStay, soc: KnownSoc): boolean {
  return isUnmeasured(stay, soc) && soc.soc + soc.plusMinus >= 100
}

function noPlan(stay: DepotStay, now: number): ReadinessReason | null {
  if (stay.incumbent) return null
  const reason = noPlanReasonOf(stay.vehicle)
  if (reason) return reason
  return stay.arrival > now + HORIZON_MS ? 'beyond-horizon' : 'not-planned-yet'
}
