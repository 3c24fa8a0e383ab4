import type { NightBus } from '@/bench/night/night'
import { type ChargerEvent, type EventType, inOrder, type PlaceEvent } from '@/lib/charging/charger-event'
import { type Course, deriveCourse, type MeanRow } from '@/lib/charging/derive-course'
import { isFault } from '@/lib/charging/list-connector-faults'
import { occupancyOf } from '@/lib/charging/list-place-events'
import { toSegment } from '@/lib/charging/measured-segments'
import { believePower } from '@/lib/charging/plausibility/believe-power'
import { UNKNOWN } from '@/lib/charging/stay-state'
import type { Segment } from '@/lib/contract/plan'
import { READINGS_MS } from '@/lib/planning/load-depot'
import type { DepotStay, Measurements } from '@/lib/stays/depot-stay'
import { QUARTER_MS } from '@/lib/time/interval'

type Event = { id: string; type: string; timestamp: string; [property: string]: unknown }

/** What the chargers said of one bus, and what the product derives from it. */
export class MetersOf {
  /** Since when the connector at which it stands reports a fault. */
  faultSince: number | null = null
  private events: ChargerEvent[] = []
  private places: PlaceEvent[] = []
  private means: MeanRow[] = []

  constructor(
    private readonly bus: NightBus,
    readonly key: number,
    private readonly locationUid: string,
  ) {}

  /** Takes new events. @returns what they say of the stay */
  hear(events: readonly Event[], stay: DepotStay, now: number): Measurements {
    for (const event of events) {
      if (event.type === 'connector-status') this.hearConnector(event)
      else this.events.push(toEvent(event, this.locationUid))
    }
    this.events = thinned(inOrder(this.events), now)
    const course = this.course(stay, now)
    this.means = course.means
    return measurementsOf(course)
  }

  metered({ measured: { connectedAt, disconnectedAt } }: DepotStay, now: number) {
    const isConnected = connectedAt !== null && disconnectedAt === null
    return {
      charged: connectedAt === null ? undefined : this.charged(connectedAt, disconnectedAt),
      readings: isConnected ? this.readings(now) : [],
    }
  }

  private hearConnector(event: Event): void {
    const { at, ...place } = toEvent(event, this.locationUid)
    const what = occupancyOf(String(event.status))
    if (what) this.places.push({ ...place, at, what })
    this.faultSince = isFault(String(event.status), (event.errorCode as string | undefined) ?? null) ? at : null
  }

  private course({ key, arrival, departure, targetSoc }: DepotStay, now: number): Course {
    const stay = { key: key ?? 0, locationUid: this.locationUid, arrival, departure, targetSoc, isTouched: true }
    const limits = { ...this.limits, batterySizeKwh: this.bus.batteryKwh }
    const window = { vehicleKey: this.key, limits, from: 0, to: Number.POSITIVE_INFINITY }
    const stays = [{ ...stay, state: UNKNOWN }]
    return deriveCourse({ ...window, stays, events: this.events, places: this.places }, now)
  }

  private get limits() {
    return { batterySizeKwh: null, vehicleKw: this.bus.maxKw, chargerKw: null, preconditioningKwh: 0 }
  }

  private charged(connectedAt: number, disconnectedAt: number | null): Segment[] | undefined {
    const segments = this.means
      .filter(({ from, to }) => to > connectedAt && from < (disconnectedAt ?? Number.POSITIVE_INFINITY))
      .map(({ from, to, energyKwh, startSoc, endSoc }) =>
        toSegment({
          ...{ stay_key: '', energy_kwh: energyKwh, length_ms: to - from, start_soc: startSoc, end_soc: endSoc },
          ...{ from_ms: Math.max(from, connectedAt), to_ms: Math.min(to, disconnectedAt ?? to) },
        }),
      )
    return segments.length > 0 ? segments : undefined
  }

  private readings(now: number): DepotStay['readings'] {
    const read = this.events.filter(({ type, at }) => type === 'meter' && at > now - READINGS_MS && at <= now)
    const powers = believePower(read, this.limits)
    return read.flatMap(({ at }, index) => {
      const powerKw = powers[index]?.value ?? null
      return powerKw === null ? [] : [{ at, powerKw }]
    })
  }
}

function measurementsOf({ stays, sessions }: Course): Measurements {
  const { measuredStartSoc, measuredSoc, measuredSocAt, ...times } = stays[0]?.state ?? UNKNOWN
  const open = sessions.find(({ disconnectedAt }) => disconnectedAt === null)
  return {
    ...times,
    ...{ startSoc: measuredStartSoc, soc: measuredSoc, socAt: measuredSocAt },
    lastEventAt: open?.lastEventAt ?? null,
    reportsMeter: open?.reportsMeter ?? false,
    drawsPower: open?.charging === true && open.powerKw !== 0,
    evseMaxKw: null,
  }
}

/**
 * Of what the product reads of many meter values the part that counts here: the first and the last of each quarter-hour, and where
 * power comes or goes; all that may still be asked for as they are.
 */
function thinned(events: readonly ChargerEvent[], now: number): ChargerEvent[] {
  const quarterOf = (one: ChargerEvent | undefined) =>
    one?.type === 'meter' ? `${one.transactionId} ${Math.floor(one.at / QUARTER_MS)}` : ''
  const meters = events.filter(({ type }) => type === 'meter')
  const tells = new Set(
    meters.filter((one, n) => {
      const [before, after] = [meters[n - 1], meters[n + 1]]
      const isInside = quarterOf(before) === quarterOf(one) && quarterOf(after) === quarterOf(one)
      return !isInside || (one.powerKw ?? 0) > 0 !== (before?.powerKw ?? 0) > 0
    }),
  )
  return events.filter((one) => one.type !== 'meter' || one.at > now - READINGS_MS || tells.has(one))
}

function toEvent(event: Event, locationUid: string): ChargerEvent {
  const text = (name: string) => (event[name] as string | undefined) ?? null
  const number = (name: string) => (event[name] as number | undefined) ?? null
  return {
    ...{ id: event.id, type: event.type as EventType, at: Date.parse(event.timestamp), estimated: false, locationUid },
    ...{ stationId: text('stationId'), evseId: text('evseId'), connectorId: text('connectorId') },
    ...{ macAddress: text('macAddress'), transactionId: text('transactionId'), soc: number('soc') },
    ...{ powerKw: number('powerkW'), energyKwh: number('energykWh'), meterKwh: null },
  }
}
