import type { DepotSchedule, FixedLoad } from '@/lib/planner/problem'
import { chargeNowObstacle } from '@/lib/planning/charge-now/charge-now-obstacle'
import type { Depot, Held } from '@/lib/planning/depot'
import type { FullPower } from '@/lib/stays/charging-curve'
import { clipSegments } from '@/lib/stays/delivered'
import type { DepotStay, DepotVehicle } from '@/lib/stays/depot-stay'
import { uncontrolledCharge } from '@/lib/stays/full-power'
import { neededSocs } from '@/lib/stays/needed-socs'
import { preconditioningOf } from '@/lib/stays/preconditioning'
import type { Presence } from '@/lib/stays/presence'
import { standingOf } from '@/lib/stays/standing'
import { type KnownSoc, lastKnownSoc } from '@/lib/stays/start-soc'
import { believedFault, triedKw } from '@/lib/stays/tried-power'
import { includes } from '@/lib/time/interval'

/** Why a stay gets no plan. */
export const NO_PLAN_REASONS = ['battery-size-unknown', 'charge-power-unknown', 'scheduling-disabled'] as const
export type NoPlanReason = (typeof NO_PLAN_REASONS)[number]

/** The same in sentences that say what to do. */
export const NO_PLAN: Record<NoPlanReason, string> = {
  'battery-size-unknown': 'There is no plan: give the vehicle its fullChargeEnergykWh.',
  'charge-power-unknown': 'There is no plan: give the vehicle its maxChargePowerkW.',
  'scheduling-disabled': 'There is no plan: the vehicle has enableChargeScheduling false.',
}

/** A stay that the planner is to plan, as the planner sees it. `atOnce`: at full power from now on, before all others. */
export type PlannableStay = {
  stay: DepotStay
  schedule: DepotSchedule
  soc: KnownSoc
  presence: Presence
  atOnce: boolean
}

/** A stay whose vehicle charges as its charger lets it, whatever is planned. */
export type HeldStay = { entry: PlannableStay; held: Held }

/** What becomes of a depot's stays: planned, held by their chargers, or a load that the planner must leave as it is, or without a plan. */
export type SortedStays = {
  plannable: PlannableStay[]
  /** Stays whose vehicles no plan reaches: they charge as their chargers let them. */
  held: HeldStay[]
  fixedLoads: FixedLoad[]
  unplannable: { stay: DepotStay; reason: NoPlanReason }[]
  /** Stays that need no plan any more: their vehicle has left, or is full and late to leave. */
  gone: { stay: DepotStay; soc: KnownSoc }[]
  /** Stays whose vehicle was to charge at once, and that has ended. */
  chargedNow: DepotStay[]
}

/** Why this vehicle can get no plan, if so: what is unknown cannot be planned, and some are not to be scheduled. */
export function noPlanReasonOf(vehicle: DepotVehicle): NoPlanReason | null {
  if (!vehicle.enableChargeScheduling) return 'scheduling-disabled'
  if (vehicle.batterySizeKwh === null) return 'battery-size-unknown'
  if (vehicle.maxPowerKw === null) return 'charge-power-unknown'
  return null
}

/** Sorts the stays that are not over. Stays stay in their order. */
export function sortStays(depot: Depot): SortedStays {
  const sorted: SortedStays = {
    plannable: [],
    held: [],
    fixedLoads: [...depot.unscheduledLoads],
    unplannable: [],
    gone: [],
    chargedNow: [],
  }
  for (const stay of depot.stays) {
    const standing = standingOf(stay, depot.location, depot)
    const { soc, presence, power } = standing
    if (presence === null) continue
    const atOnce = stay.chargeNow !== null && chargeNowObstacle(stay, standing, depot.location) === null
    if (stay.chargeNow && !atOnce) sorted.chargedNow.push(stay)
    const reason = noPlanReasonOf(stay.vehicle)
    if (presence.state === 'left' || hasNothingToPlan(presence, depot.now)) {
      // A plan that is not the planner's to change holds again when the vehicle is plugged in again.
      if (reason === null && !stay.incumbent?.frozen) sorted.gone.push({ stay, soc })
      continue
    }
    if (stay.incumbent?.frozen) sorted.fixedLoads.push(...frozenLoads(stay, depot.now))
    else if (reason === null && power) {
      const held = isThere(presence) ? depot.held.get(stay.vehicle.id) : undefined
      // What no plan reaches may draw all that it can at any moment, whatever it takes now.
      const outOfOrderSince = believedFault(stay, depot.faulted.get(stay.vehicleKey) ?? null)
      const maxPowerKw = held ? power.maxPowerKw : triedKw(stay, power.maxPowerKw, outOfOrderSince, depot.now)
      const entry = plannable(depot, stay, { ...power, maxPowerKw }, { ...standing, presence, atOnce })
      if (held) sorted.held.push({ entry, held })
      else sorted.plannable.push(entry)
    } else {
      if (reason) sorted.unplannable.push({ stay, reason })
      if (power) sorted.fixedLoads.push(...freeLoads(depot, stay, power, presence))
    }
  }
  return sorted
}

/** One that the chargers have yet to speak of is planned as the timetable has it: there. */
const isThere = ({ state }: Presence) => state === 'here' || state === 'overdue' || state === 'unheard'

/** Late to leave, and full. */
const hasNothingToPlan = ({ state, to }: Presence, now: number) => state === 'overdue' && to <= now

function plannable(
  depot: Depot,
  stay: DepotStay,
  { batterySizeKwh, maxPowerKw, curve }: FullPower,
  { soc, presence, plannedSoc, atOnce }: { soc: KnownSoc; presence: Presence; plannedSoc: number; atOnce: boolean },
): PlannableStay {
  const { location, now } = depot
  const schedule: DepotSchedule = {
    id: stay.id,
    from: presence.from,
    to: presence.to,
    startSoc: soc.soc,
    targetSoc: plannedSoc,
    priority: stay.priority,
    present: isThere(presence),
    rank: presence.rank,
    charging: isCharging(depot, stay, now),
    ev: {
      batterySizekWh: batterySizeKwh,
      maxPowerkW: stay.vehicle.maxPowerKw ?? maxPowerKw,
      supportsPausing: stay.vehicle.supportsPausing && !depot.cannotPause.has(stay.vehicle.id),
      chargingCurve: [...curve],
      preconditioning: preconditioningOf(stay.vehicle),
    },
    settings: {
      evMinPowerkW: Math.min(stay.vehicle.minPowerKw, maxPowerKw),
      evMaxPowerkW: maxPowerKw,
      departureMarginMinutes: presence.marginMinutes,
      minimumSoC: presence.state === 'overdue' ? 0 : neededSocs(stay, location).minimumSoc,
      bulkSoC: location.bulkSoc,
      // Ideal powers are for plans that have time: at once is at full power.
      powerRules: atOnce ? [] : (location.powerRules as DepotSchedule['settings']['powerRules']),
    },
  }
  return { stay, schedule, soc, presence, atOnce }
}

/** Charging right now: as the chargers say, or, where they say nothing, as the incumbent plan says. */
function isCharging({ followsEvents }: Depot, { measured, incumbent }: DepotStay, now: number): boolean {
  if (followsEvents) return measured.chargingStartedAt !== null && measured.chargingEndedAt === null
  const segment = incumbent?.plan.segments?.find((candidate) => includes(candidate, now))
  return segment !== undefined && segment.powerkW > 0 && !segment.tag?.includes('preconditioning')
}

/** What those draw that no plan reaches, as the last run has found it. */
export function heldLoads(held: readonly HeldStay[], now: number): FixedLoad[] {
  return held.flatMap(({ entry: { stay } }) => frozenLoads(stay, now))
}

function frozenLoads({ id, incumbent }: DepotStay, now: number): FixedLoad[] {
  return clipSegments(incumbent?.plan.segments ?? [], { from: now, to: Number.POSITIVE_INFINITY })
    .filter(({ powerkW }) => powerkW > 0)
    .map(({ from, to, powerkW }) => ({ from, to, powerkW, scheduleId: id }))
}

/** A vehicle that is not scheduled charges at full power from its arrival until it is full. */
function freeLoads(depot: Depot, stay: DepotStay, known: FullPower, presence: Presence): FixedLoad[] {
  const start = lastKnownSoc(stay, depot.location.assumedArrivalSoc)
  const from = start.source === 'measured' ? Math.max(presence.from, start.at) : presence.from
  const load = uncontrolledCharge({ ...known, window: { from, to: presence.to }, soc: start.soc, untilSoc: 100 })
  return load && load.to > depot.now ? [{ ...load, scheduleId: stay.id }] : []
}
