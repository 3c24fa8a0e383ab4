import type { Faults, PlayedStay } from '@/lib/simulator/night'
import type { SimulatedStation, Visitor } from '@/lib/simulator/simulated-station'

/** How a vehicle left. */
export type PlayedDeparture = { vehicleId: string; soc: number; targetSoc: number }
type Place = { station: SimulatedStation; evse: number }

/** What part of the offered power a weak vehicle takes. */
const WEAK_PART = 0.6

/** Vehicles that come to simulated stations, charge and leave as their stays say, but for what goes wrong. */
export class DepotPlay {
  readonly departures: PlayedDeparture[] = []
  readonly missing = new Set<string>()
  readonly withoutPlace = new Set<string>()
  peakKw = 0
  private readonly present = new Map<string, Place & { stay: PlayedStay }>()
  private readonly failing = new Set<SimulatedStation>()
  private readonly away = new Set<SimulatedStation>()

  constructor(
    private readonly stations: readonly SimulatedStation[],
    private readonly say: (line: string) => void,
  ) {}

  get isEmpty(): boolean {
    return this.present.size === 0
  }

  /** A vehicle that is plugged in already goes on from there, as soon as its station connects. */
  resume(stay: PlayedStay, { station, evse }: Place, faults: Faults): void {
    station.place(evse, visitorOf(stay, faults))
    this.present.set(stay.vehicleId, { stay, station, evse })
  }

  /** Moves on to a moment: batteries fill, and vehicles come and go. */
  async step(stays: readonly PlayedStay[], faults: Faults, now: number): Promise<void> {
    for (const station of this.stations) station.tick(now)
    const powerKw = this.stations.reduce((total, station) => total + station.powerKw, 0)
    this.peakKw = Math.max(this.peakKw, powerKw)
    await this.applyFaults(faults, now)
    const here = staysAt(stays, faults, now)
    for (const [vehicleId, known] of [...this.present]) if (!here.has(vehicleId)) await this.leave(vehicleId, known)
    for (const stay of here.values()) if (!this.present.has(stay.vehicleId)) await this.arrive(stay, faults)
  }

  private async leave(vehicleId: string, { stay, station, evse }: Place & { stay: PlayedStay }): Promise<void> {
    this.present.delete(vehicleId)
    const battery = await station.unplug(evse)
    if (!battery) return
    this.departures.push({ vehicleId, soc: battery.soc, targetSoc: stay.targetSoc })
    this.say(`${vehicleId} leaves with ${battery.soc.toFixed(1)} % (target ${stay.targetSoc} %)`)
  }

  private async arrive(stay: PlayedStay, faults: Faults): Promise<void> {
    const { vehicleId } = stay
    if (faults.missing?.includes(vehicleId)) {
      this.missing.add(vehicleId)
      return
    }
    const place = this.freePlace()
    if (!place) {
      this.withoutPlace.add(vehicleId)
      return
    }
    this.withoutPlace.delete(vehicleId)
    this.present.set(vehicleId, { stay, ...place })
    await place.station.plugIn(place.evse, visitorOf(stay, faults))
    this.say(`${vehicleId} plugs in at ${place.station.settings.id}, evse ${place.evse}`)
  }

  private freePlace(): Place | null {
    for (const station of this.stations) {
      const evse = station.client.isOpen ? station.freeEvse() : undefined
      if (evse !== undefined) return { station, evse }
    }
    return null
  }

  private async applyFaults({ failure, offline }: Faults, now: number): Promise<void> {
    const isAt = (index: number, fault: Faults['failure']) =>
      fault?.station === index && now >= fault.from && now < fault.to
    for (const [index, station] of this.stations.entries()) {
      if (isChanged(this.failing, station, isAt(index, failure))) await station.setFault(1, this.failing.has(station))
      if (!isChanged(this.away, station, isAt(index, offline))) continue
      if (this.away.has(station)) station.client.disconnect()
      else station.client.connect()
    }
  }
}

/** Notes whether something holds for a station. @returns whether that is new */
function isChanged(known: Set<SimulatedStation>, station: SimulatedStation, holds: boolean): boolean {
  if (known.has(station) === holds) return false
  if (holds) known.add(station)
  else known.delete(station)
  return true
}

/** The stays that go on at a moment, by vehicle. */
function staysAt(stays: readonly PlayedStay[], { late }: Faults, now: number): Map<string, PlayedStay> {
  const lateMs = (vehicleId: string) => (late?.vehicleIds.includes(vehicleId) ? late.ms : 0)
  const here = stays.filter(
    ({ vehicleId, arrival, departure }) => arrival + lateMs(vehicleId) <= now && now < departure,
  )
  return new Map(here.map((stay) => [stay.vehicleId, stay]))
}

function visitorOf({ vehicleId, macAddress, batteryKwh, maxPowerKw, startSoc }: PlayedStay, faults: Faults): Visitor {
  return {
    ...{ vehicleId, macAddress, battery: { capacityKwh: batteryKwh, maxPowerKw, soc: startSoc } },
    hidesSoc: faults.silentSoc?.includes(vehicleId) ?? false,
    takes: faults.weak?.includes(vehicleId) ? WEAK_PART : 1,
  }
}
