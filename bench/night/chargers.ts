import { HOUR, MINUTE, type Night } from '@/bench/night/night'
import type { RealBus } from '@/bench/night/real-bus'
import { seededRandom } from '@/bench/seeded-random'

/** What a charger was told: a plan of its bus. */
export type Told = { from: number; to: number; powerkW: number; powerUnlimited?: boolean }

type Event = { id: string; type: string; timestamp: string; [property: string]: unknown }
type Place = {
  station: string
  session: number
  isPlugged: boolean
  isOn: boolean
  hasFailed: boolean
  base: number
  meterAt: number
}

/** A plan begins at the whole second after it was asked for; a charger does not stop for that. */
const SOON_MS = 5_000

/** The chargers of a depot and their back end: they follow the plans, and report what happens. */
export class Chargers {
  private readonly random: () => number
  private readonly places = new Map<string, Place>()
  private outbox: { at: number; event: Event }[] = []
  private sent = 0

  constructor(
    private readonly night: Night,
    private readonly meterMs: number,
  ) {
    this.random = seededRandom(night.seed * 104_729)
  }

  /** What a bus may draw: all it can where there is no plan for it at all. */
  toldKw(plan: readonly Told[] | undefined, at: number): number {
    if (!plan) return Number.POSITIVE_INFINITY
    const now =
      plan.find(({ from, to }) => from <= at && at < to) ?? plan.find(({ from }) => from > at && from <= at + SOON_MS)
    return now ? (now.powerUnlimited ? Number.POSITIVE_INFINITY : now.powerkW) : 0
  }

  /** Notes what has happened to a bus since it was looked at last. */
  observe(one: RealBus, at: number): void {
    const { bus } = one
    const place = this.places.get(bus.id) ?? newPlace()
    this.places.set(bus.id, place)
    const isPlugged = one.isPlugged(at)
    const metered = () => ({ energykWh: one.meteredKwh - place.base, ...socOf(one) })
    if (isPlugged && !place.isPlugged) {
      Object.assign(place, newPlace(), { station: `CP-${bus.id}-${place.session + 1}`, session: place.session + 1 })
      Object.assign(place, { isPlugged: true, base: one.meteredKwh, meterAt: at + this.random() * this.meterMs })
      this.say(one, at, 'connector-status', { status: 'Occupied' })
      this.say(one, at, 'ev-connected', socOf(one))
    }
    if (isPlugged && !place.isOn && one.powerKw > 0.5) {
      place.isOn = true
      this.say(one, at, 'charging-started', { powerkW: one.powerKw, energykWh: 0, ...socOf(one) })
    }
    if (isPlugged && one.isFailed(at) && !place.hasFailed) {
      Object.assign(place, { hasFailed: true, isOn: false })
      this.say(one, at, 'connector-status', { status: 'Faulted', errorCode: 'GroundFailure' })
      this.say(one, at, 'charging-stopped', metered())
    }
    if (isPlugged && at >= place.meterAt) {
      place.meterAt += this.meterMs
      this.say(one, at, 'meter', { powerkW: one.powerKw, ...metered() })
    }
    if (!isPlugged && place.isPlugged) {
      if (place.isOn) this.say(one, at, 'charging-stopped', metered())
      this.say(one, at, 'ev-disconnected', socOf(one))
      this.say(one, at, 'connector-status', { status: 'Available' })
      place.isPlugged = false
    }
  }

  /** The events that arrive by `at`. */
  arrived(at: number): Event[] {
    const due = this.outbox.filter((one) => one.at <= at)
    this.outbox = this.outbox.filter((one) => one.at > at)
    return due.map(({ event }) => event)
  }

  private say({ bus }: RealBus, at: number, type: string, more: object): void {
    const { station, session } = this.places.get(bus.id) ?? newPlace()
    const named =
      type === 'connector-status' ? {} : { macAddress: bus.macAddress, transactionId: `${bus.id}/${session}` }
    this.sent += 1
    const event = {
      ...{ id: `${this.night.uid}/${this.sent}`, type, timestamp: new Date(at).toISOString() },
      ...{ locationUid: this.night.uid, stationId: station, connectorId: '1' },
      ...named,
      ...more,
    }
    const delayMs = this.delayMs()
    this.outbox.push({ at: at + delayMs, event })
    if (this.night.disorder && this.random() < 0.03) this.outbox.push({ at: at + delayMs + 2 * MINUTE, event })
  }

  private delayMs(): number {
    const [luck, part] = [this.random(), this.random()]
    if (!this.night.disorder) return 0
    return luck < 0.8 ? part * 5_000 : luck < 0.95 ? part * MINUTE : part * 5 * MINUTE
  }
}

const newPlace = (): Place => ({
  station: '',
  session: 0,
  isPlugged: false,
  isOn: false,
  hasFailed: false,
  base: 0,
  meterAt: 0,
})

const socOf = ({ soc, bus }: RealBus) => (bus.real.saysSoc ? { soc: Math.round(soc) } : {})

export const NIGHT_MS = 12 * HOUR
