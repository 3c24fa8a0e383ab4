import { mergePast } from '@/lib/charging/merge-past'
import type { Segment } from '@/lib/contract/plan'
import type { PowerInterval } from '@/lib/planner/problem'
import type { FleetLoad } from '@/lib/site/totals'
import { slices } from '@/lib/slices'
import { batteryEnergyKwh, clipSegments, elapsedSegments } from '@/lib/stays/delivered'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { uncontrolledCharge } from '@/lib/stays/full-power'
import { preconditioningOf } from '@/lib/stays/preconditioning'
import { arrivalSoc } from '@/lib/stays/start-soc'
import { HOUR_MS, type Interval, MINUTE_MS } from '@/lib/time/interval'

/** What was measured until `now`: by stay key, and of vehicles that were in no stay. */
export type Past = { now: number; measured: ReadonlyMap<number, Segment[]>; strays: readonly PowerInterval[] }

const NOTHING_MEASURED: Past = { now: Number.POSITIVE_INFINITY, measured: new Map(), strays: [] }

/** What a fleet draws; `measured` is the part of `planned` that chargers reported, `said` what the plans had said of the past. */
export type FleetLoads = {
  planned: FleetLoad
  uncontrolled: FleetLoad
  measured: PowerInterval[]
  said: PowerInterval[]
}

/** Whether a stay's departure counts in `range`: in one of two ranges that follow each other. */
export function departsIn({ departure }: Pick<DepotStay, 'departure'>, { from, to }: Interval): boolean {
  return departure > from && departure <= to
}

/** So many stays cost some milliseconds. */
const STAYS_AT_ONCE = 100

/** `fleetLoads` of many stays, in slices, so that requests are answered in between. */
export async function fleetLoadsInSlices(
  stays: readonly DepotStay[],
  site: Site,
  range: Interval,
  past: Past,
): Promise<FleetLoads> {
  const pause = slices()
  const all = fleetLoads([], site, range, past)
  for (let index = 0; index < stays.length; index += STAYS_AT_ONCE) {
    const few = stays.slice(index, index + STAYS_AT_ONCE)
    addLoads(all, fleetLoads(few, site, range, { ...past, strays: [] }))
    await pause()
  }
  return all
}

/** Adds what other stays draw. */
export function addLoads(all: FleetLoads, { planned, uncontrolled, measured, said }: FleetLoads): void {
  all.planned.powers.push(...planned.powers)
  all.planned.unmetKwh += planned.unmetKwh
  all.uncontrolled.powers.push(...uncontrolled.powers)
  all.uncontrolled.unmetKwh += uncontrolled.unmetKwh
  all.measured.push(...measured)
  all.said.push(...said)
}

type Site = { assumedArrivalSoc: number; departureMarginMinutes: number }

/**
 * What a fleet's stays draw as planned, and what they would draw if every vehicle took its full power from its arrival
 * on, or from when its stay became known if it was going on then. A stay that the planner has not come to is in neither,
 * so that the two can be compared; a vehicle that is not scheduled, or was in no stay, is the same in both. What a stay
 * misses counts in the range that it departs in.
 */
export function fleetLoads(
  stays: readonly DepotStay[],
  site: Site,
  range: Interval,
  past: Past = NOTHING_MEASURED,
): FleetLoads {
  const planned: FleetLoad = { powers: [...past.strays], unmetKwh: 0 }
  const uncontrolled: FleetLoad = { powers: [...past.strays], unmetKwh: 0 }
  const measured: PowerInterval[] = [...past.strays]
  const said: PowerInterval[] = []
  for (const stay of stays) {
    const isPlanned = stay.incumbent !== null || stay.elapsed.length > 0 || past.measured.has(stay.key ?? -1)
    const isFree = !stay.vehicle.enableChargeScheduling && !isPlanned
    if (!isPlanned && !isFree) continue
    const free = isFree
      ? freeLoad(stay, site, { from: stay.arrival, untilSoc: 100 })
      : freeLoad(stay, site, { from: chargeableFrom(stay, site), untilSoc: stay.targetSoc })
    uncontrolled.powers.push(...free.powers)
    planned.powers.push(...(isFree ? free.powers : powersOf(stay, past)))
    measured.push(...(past.measured.get(stay.key ?? -1) ?? []))
    said.push(...(isFree ? free.powers : elapsedSegments(stay.elapsed, stay.incumbent?.plan.segments ?? [], past.now)))
    if (!departsIn(stay, range)) continue
    uncontrolled.unmetKwh += isFree ? 0 : free.unmetKwh
    planned.unmetKwh += isFree ? 0 : plannedShortfallKwh(stay, site)
  }
  return { planned, uncontrolled, measured, said }
}

/**
 * What was measured of a stay, and where nothing was, what the plans said; from now on what the incumbent plan says.
 * Nothing at 0 kW.
 */
function powersOf({ key, elapsed, incumbent }: DepotStay, { now, measured }: Past): PowerInterval[] {
  const segments = incumbent?.plan.segments ?? []
  const planned = elapsedSegments(elapsed, segments, now)
  const past = mergePast(planned, measured.get(key ?? -1) ?? [])
  const future = clipSegments(segments, { from: now, to: Number.POSITIVE_INFINITY })
  return [...past, ...future].flatMap(({ from, to, powerkW }) => (powerkW > 0 ? [{ from, to, powerkW }] : []))
}

/**
 * What the incumbent plan was asked for and does not deliver, preconditioning included; where a posted plan does not
 * say, what its powers leave open.
 */
function plannedShortfallKwh(stay: DepotStay, site: Site): number {
  const { incumbent, elapsed, targetSoc, vehicle } = stay
  const { schedule, energyKwh, endSoc, segments } = incumbent?.plan ?? {}
  const asked = schedule?.ev?.energyNeedkWh
  if (asked != null && energyKwh != null) return Math.max(0, asked - energyKwh)
  if (vehicle.batterySizeKwh === null) return 0
  if (endSoc != null) return (Math.max(0, targetSoc - endSoc) / 100) * vehicle.batterySizeKwh
  if (!segments) return 0
  const { soc, at } = arrivalSoc(stay, site.assumedArrivalSoc)
  const neededKwh = (Math.max(0, targetSoc - soc) / 100) * vehicle.batterySizeKwh
  const said = elapsedSegments(elapsed, segments, Number.POSITIVE_INFINITY)
  return Math.max(0, neededKwh - batteryEnergyKwh(said, { from: at, to: stay.departure }))
}

/**
 * The instant from which on a stay's first SoC is to be raised: its arrival, the real one where it was measured. What
 * was said of a stay that was going on already was said of that moment, and no plan has a part in what was before.
 */
function chargeableFrom(stay: DepotStay, site: Site): number {
  const { source, at } = arrivalSoc(stay, site.assumedArrivalSoc)
  return source === 'measured' ? at : Math.max(at, stay.knownSince)
}

function freeLoad(stay: DepotStay, site: Site, { from, untilSoc }: { from: number; untilSoc: number }): FleetLoad {
  const { batterySizeKwh, maxPowerKw } = stay.vehicle
  if (batterySizeKwh === null || maxPowerKw === null) return { powers: [], unmetKwh: 0 }
  const { soc } = arrivalSoc(stay, site.assumedArrivalSoc)
  const window = { from, to: stay.departure }
  const charge = uncontrolledCharge({ window, soc, untilSoc, batterySizeKwh, maxPowerKw })
  const neededKwh = (Math.max(0, untilSoc - soc) / 100) * batterySizeKwh
  const chargedKwh = charge ? (charge.powerkW * (charge.to - charge.from)) / HOUR_MS : 0
  return { powers: [...(charge ? [charge] : []), ...conditioning(stay, site)], unmetKwh: neededKwh - chargedKwh }
}

/** Preconditioning is asked for by the vehicle itself, so it is the same without control. */
function conditioning({ arrival, departure, vehicle }: DepotStay, { departureMarginMinutes }: Site): PowerInterval[] {
  const { vehiclePreconditioningEnergykWh: energyKwh, vehiclePreconditioningTimeMs: timeMs } =
    preconditioningOf(vehicle)
  const to = departure - departureMarginMinutes * MINUTE_MS
  const from = Math.max(arrival, to - timeMs)
  if (energyKwh <= 0 || timeMs <= 0 || from >= to) return []
  return [{ from, to, powerkW: Math.min(vehicle.maxPowerKw ?? 0, energyKwh / (timeMs / HOUR_MS)) }]
}
