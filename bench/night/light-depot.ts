import type { Told } from '@/bench/night/chargers'
import { HORIZON_MS, locationOf, type PlayedDepot } from '@/bench/night/depot'
import { MetersOf } from '@/bench/night/light-meters'
import { EVENING, HOUR, type Night, type NightBus } from '@/bench/night/night'
import { agrees } from '@/lib/charging/agreeing-vehicles'
import type { Departure } from '@/lib/contract/readiness'
import { replaced } from '@/lib/locations/settings'
import { planExplained } from '@/lib/planner/explain/explain-plan'
import type { Strategy } from '@/lib/planner/problem'
import type { Depot, LocationRow } from '@/lib/planning/depot'
import { fleetLoads } from '@/lib/planning/fleet-load'
import { planBatches } from '@/lib/planning/plan-batches'
import { siteLoadInput } from '@/lib/planning/site-of'
import { departureFacts } from '@/lib/readiness/departure-facts'
import { departureView } from '@/lib/readiness/departure-view'
import { atSite, highestMean } from '@/lib/site/peak'
import { quarterBegin } from '@/lib/site/quarter-hours'
import { rounded } from '@/lib/site/totals'
import { ALL_ARRIVES } from '@/lib/stays/arriving-share'
import { deliveredTo } from '@/lib/stays/delivered-to'
import type { DepotStay } from '@/lib/stays/depot-stay'

type Event = { id: string; type: string; timestamp: string; macAddress?: string; stationId: string; powerkW?: number }

/**
 * The product's own decisions (what chargers report, when to plan, the plan, the verdict) with what is stored kept in memory: a night
 * in a tenth of the time, for trying rules. What the database and the verbs around it add only `Depot` plays.
 */
export class LightDepot implements PlayedDepot {
  private readonly location: LocationRow
  private readonly stays = new Map<string, DepotStay>()
  private readonly meters = new Map<string, MetersOf>()
  private readonly heard = new Set<string>()
  private plannedAt = 0
  private isAsked = true
  private followsEvents = false
  private peak = { until: 0, kw: 0 }

  constructor(
    private readonly night: Night,
    strategy: Strategy,
  ) {
    const dates = { createdAt: new Date(EVENING), updatedAt: new Date(EVENING) }
    this.location = { uid: night.uid, ...dates, ...replaced(locationOf(night, strategy)) } as LocationRow
    for (const [n, bus] of night.buses.entries()) {
      this.stays.set(bus.id, stayOf(bus, n + 1))
      this.meters.set(bus.id, new MetersOf(bus, n + 1, night.uid))
    }
  }

  async live(at: number, events: readonly object[]): Promise<boolean> {
    const now = Math.ceil(at / 1000) * 1000
    for (const [id, own] of this.told(events as Event[])) this.hear(id, own, now)
    if (!this.isAsked && at - this.plannedAt < HORIZON_MS) return false
    await this.plan(now)
    Object.assign(this, { plannedAt: at, isAsked: false })
    return true
  }

  async plans(): Promise<Map<string, Told[]>> {
    const planned = [...this.stays].filter(([, { incumbent }]) => incumbent !== null)
    return new Map(planned.map(([id, { incumbent }]) => [id, (incumbent?.plan.segments ?? []) as Told[]]))
  }

  async board(at: number): Promise<Departure[]> {
    return this.known(at).flatMap((stay) => {
      const { faultSince = null } = this.meters.get(stay.vehicle.id) ?? {}
      const fault = { faultSince, outOfOrderSince: faultSince }
      const facts = { now: at, followsEvents: this.followsEvents, ...fault, place: null }
      const one = departureFacts(stay, this.location, facts)
      return one ? [departureView(one, this.night.uid)] : []
    })
  }

  /** New events by bus. */
  private told(events: readonly Event[]): Map<string, Event[]> {
    const busOf = (event: Event) =>
      this.night.buses.find(({ id, macAddress }) =>
        event.macAddress ? macAddress === event.macAddress : event.stationId.startsWith(`CP-${id}-`),
      )
    const told = new Map<string, Event[]>()
    for (const event of events) {
      const bus = busOf(event)
      if (!bus || this.heard.has(event.id)) continue
      this.heard.add(event.id)
      told.set(bus.id, [...(told.get(bus.id) ?? []), event])
    }
    return told
  }

  private hear(id: string, events: readonly Event[], now: number): void {
    const [stay, meters] = [this.stays.get(id), this.meters.get(id)]
    if (!stay || !meters) return
    this.followsEvents = true
    const measured = meters.hear(events, stay, now)
    this.stays.set(id, { ...stay, measured })
    const read = events.flatMap(({ type, timestamp, powerkW }) =>
      type === 'meter' && powerkW !== undefined ? [{ at: Date.parse(timestamp), powerKw: powerkW }] : [],
    )
    const segments = (stay.incumbent?.plan.segments ?? []).map((one) => {
      return { ...one, startSoc: one.startSoc ?? null, endSoc: one.endSoc ?? null }
    })
    const source = stay.incumbent?.plan.schedule?.startSocSource ?? null
    const isForeseen = measured.disconnectedAt === null && agrees({ ...measured, segments, source }, read)
    const asks = events.some(({ type }) => type !== 'connector-status' && (type !== 'meter' || !isForeseen))
    this.isAsked ||= asks
  }

  /** The stays with what their meters have shown. */
  private known(now: number): DepotStay[] {
    const all = [...this.stays.values()].filter(
      ({ departure, measured }) =>
        departure > now || (measured.connectedAt !== null && measured.disconnectedAt === null),
    )
    return all
      .sort((a, b) => a.arrival - b.arrival || (a.id < b.id ? -1 : 1))
      .map((stay) => deliveredTo(stay, this.meters.get(stay.vehicle.id)?.metered(stay, now) ?? NOTHING, now))
  }

  private faulted(): Map<number, number> {
    return new Map(
      [...this.meters.values()].flatMap(({ key, faultSince }) => (faultSince === null ? [] : [[key, faultSince]])),
    )
  }

  private async plan(now: number): Promise<void> {
    const depot: Depot = {
      ...{ now, location: this.location, followsEvents: this.followsEvents, stays: this.known(now) },
      ...{
        peakSoFarKw: this.peakSoFar(now),
        held: new Map(),
        cannotPause: new Set(),
        unscheduledLoads: [],
        faulted: this.faulted(),
      },
      ...{ forecasts: new Map(), revision: null },
    }
    const result = await planBatches(depot, async (problem) => planExplained(problem))
    const meta = { frozen: false, posted: false, plannedAt: now, strategyVersion: result.strategyVersion }
    for (const { stay, plan, strategy, explanation, elapsed } of result.changed)
      this.store(stay, {
        incumbent: { ...meta, plan, strategy, explanation, trigger: 'manual', triggerDescription: null },
        ...(elapsed && { elapsed }),
      })
    for (const { stay, explanation } of result.explained)
      if (stay.incumbent) this.store(stay, { incumbent: { ...stay.incumbent, explanation } })
  }

  private store({ vehicle }: DepotStay, what: Partial<DepotStay>): void {
    const stay = this.stays.get(vehicle.id)
    if (stay) this.stays.set(vehicle.id, { ...stay, ...what })
  }

  /** The highest quarter-hour mean so far, worked out once in each. */
  private peakSoFar(now: number): number {
    const until = quarterBegin(now)
    if (this.peak.until === until || until <= EVENING) return this.peak.kw
    const range = { from: EVENING, to: until }
    const stays = [...this.stays.values()]
    const measured = new Map(
      stays.map((stay) => [stay.key ?? -1, this.meters.get(stay.vehicle.id)?.metered(stay, now).charged ?? []]),
    )
    const loads = fleetLoads(stays, this.location, range, { now, measured, strays: [] })
    const { baseLoad, planned, efficiency } = siteLoadInput(this.location, loads, range, now)
    this.peak = { until, kw: rounded(highestMean([...baseLoad, ...atSite(planned.powers, efficiency)], range)) }
    return this.peak.kw
  }
}

const NOTHING = { charged: undefined, readings: [] }

function stayOf(bus: NightBus, key: number): DepotStay {
  const { arrival, departure, startSoc, targetSoc, minimumSoc } = bus.posted
  const unknown = { connectedAt: null, disconnectedAt: null, chargingStartedAt: null, chargingEndedAt: null }
  return {
    ...{ key, version: '', id: `stay of ${bus.id}`, arrival, departure, knownSince: EVENING - HOUR },
    ...{ startSoc, targetSoc, minimumSoc, priority: 0, externalId: null, blockId: null },
    ...{ estimatedSoc: null, deliveredMaxKw: null, arriving: ALL_ARRIVES, charged: [], readings: [] },
    ...{ occurrence: null, chargeNow: null, incumbent: null, elapsed: [] },
    measured: {
      ...{ ...unknown, startSoc: null, soc: null, socAt: null, lastEventAt: null },
      ...{ reportsMeter: false, drawsPower: false, evseMaxKw: null },
    },
    vehicleKey: key,
    vehicle: {
      ...{ id: bus.id, name: bus.id, licensePlate: null, batterySizeKwh: bus.batteryKwh, maxPowerKw: bus.maxKw },
      ...{ minPowerKw: 0, minPreconditioningPowerKw: null, supportsPausing: bus.supportsPausing },
      ...{ enableChargeScheduling: true, v2icpParameters: null, preconditioning: null, v2icp: null },
    },
  }
}
