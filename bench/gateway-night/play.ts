import type { Bystanders } from '@/bench/gateway-night/bystanders'
import type { NightDepot } from '@/bench/gateway-night/depot'
import type { NightApi } from '@/bench/gateway-night/night-api'
import type { NightClock } from '@/bench/gateway-night/night-clock'
import type { NightStation } from '@/bench/gateway-night/night-station'
import { baseKwAt, EVENING, HOUR, MINUTE, type Night } from '@/bench/night/night'
import { RealBus } from '@/bench/night/real-bus'

/** Half a kW: powers are told in whole watts, and summed. */
const TOLERANCE_KW = 0.5
const LOOK_EVERY_MS = 5 * MINUTE
const OFFLINE = { from: EVENING + 4.5 * HOUR, to: EVENING + 5 * HOUR }

/** A time in which the site drew more than its limit. `shownAt`: when a reading was told that shows it. */
export type Excess = { from: number; to: number; mostKw: number; shownAt: number | null }

export type PlayedNight = {
  buses: RealBus[]
  excesses: Excess[]
  peakKw: number
  limitOf: number
  looks: { at: number; said: Map<string, string> }[]
}

type Options = {
  clock: NightClock
  api: NightApi
  depot: NightDepot
  bystanders: Bystanders
  stepMs: number
  until: number
  say?: (line: string) => void
}

/** Plays a night to its end: buses come, charge as their stations let them, and go. */
export async function play(
  night: Night,
  { clock, api, depot, bystanders, stepMs, until, say }: Options,
): Promise<PlayedNight> {
  const buses = night.buses.map((bus) => new RealBus(bus))
  const places = new Map<RealBus, { station: NightStation; evse: number }>()
  const site = new SiteWatch(night, depot.stations)
  const looks: PlayedNight['looks'] = []
  for (const { line } of depot.stations) line.connect()
  const isBusy = () => bystanders.isBusy(clock.now) || depot.stations.some(({ line }) => line.isBusy(clock.now))
  while (clock.now < until) {
    await clock.step(stepMs, isBusy)
    const at = clock.now
    for (const [n, bus] of buses.entries()) moveBus(bus, n, { at, places, depot })
    for (const station of depot.stations) {
      if (station.settings.habit === 'offline for half an hour') takeOffline(station, at)
      station.step(at, stepMs)
    }
    bystanders.step(at)
    site.watch(at)
    if (at % LOOK_EVERY_MS === 0) looks.push({ at, said: await lookAt(api, night) })
    if (say && at % (30 * MINUTE) === 0)
      say(
        `${new Date(at).toISOString().slice(11, 16)} ${site.lastKw.toFixed(0)} kW; ${buses.map(({ soc, powerKw }) => `${soc.toFixed(0)}/${powerKw.toFixed(0)}`).join(' ')}`,
      )
  }
  for (const { line } of depot.stations) line.disconnect()
  return { buses, excesses: site.excesses, peakKw: site.peakKw, limitOf: night.limitKw, looks }
}

function moveBus(
  bus: RealBus,
  n: number,
  {
    at,
    places,
    depot,
  }: { at: number; places: Map<RealBus, { station: NightStation; evse: number }>; depot: NightDepot },
): void {
  const place = places.get(bus)
  const isPlugged = bus.isPlugged(at)
  if (isPlugged && !place) {
    const { fault } = bus.bus.real
    const taken = depot.placeOf(n, fault !== null && at >= fault.moved)
    places.set(bus, taken)
    taken.station.plug(taken.evse, bus)
  } else if (!isPlugged && place) {
    places.delete(bus)
    place.station.unplug(place.evse)
    bus.pass(at, 0, 0)
  } else if (place && bus.isFailed(at)) place.station.fail(place.evse)
}

function takeOffline({ line }: NightStation, at: number): void {
  if (at >= OFFLINE.from && at < OFFLINE.to) line.disconnect()
  else if (!line.isOpen && at >= OFFLINE.to) line.connect()
}

async function lookAt(api: NightApi, { uid }: Night): Promise<Map<string, string>> {
  type Board = { departures: { schedule: { evId: string }; state: string; reason?: string; predictedSoC?: number }[] }
  const board = await api.call<Board>('GET', `/locations/${uid}/readiness?hours=14`)
  return new Map(
    board.departures.map((each) => [
      each.schedule.evId,
      `${each.state} ${each.reason ?? ''} ${each.predictedSoC?.toFixed(0) ?? '?'}`,
    ]),
  )
}

/** What the meter at the grid sees. */
class SiteWatch {
  readonly excesses: Excess[] = []
  peakKw = 0
  lastKw = 0
  private current: Excess | null = null

  constructor(
    private readonly night: Night,
    private readonly stations: readonly NightStation[],
  ) {}

  watch(at: number): void {
    const { efficiency, limitKw } = this.night
    const busesKw = this.stations.reduce((sum, station) => sum + station.busesKw, 0)
    this.lastKw = baseKwAt(at) + busesKw / efficiency
    this.peakKw = Math.max(this.peakKw, this.lastKw)
    if (this.lastKw <= limitKw + TOLERANCE_KW) {
      this.current = null
      return
    }
    this.current ??= this.begin(at)
    const { current } = this
    Object.assign(current, { to: at, mostKw: Math.max(current.mostKw, this.lastKw - limitKw) })
    if (this.stations.some((station) => station.ignoresFrom <= at && station.measuredAt >= current.from))
      current.shownAt ??= at
  }

  private begin(at: number): Excess {
    const excess = { from: at, to: at, mostKw: 0, shownAt: null }
    this.excesses.push(excess)
    return excess
  }
}
