import type { Faults, PlayedStay } from '@/lib/simulator/night'
import type { SimulatedStation } from '@/lib/simulator/simulated-station'

/** How a vehicle left. */
export type PlayedDeparture = { vehicleId: string; soc: number; targetSoc: number }
export type NightReport = { departures: PlayedDeparture[]; missing: string[]; withoutPlace: string[]; peakKw: number }

type Options = {
  stations: readonly SimulatedStation[]
  stays: readonly PlayedStay[]
  faults: Faults
  signal: AbortSignal
  /** How often vehicles and stations move on. */
  everyMs?: number
  say: (line: string) => void
}

/** Plays a night: vehicles come and go as they are scheduled, but for what goes wrong. Ends with the last departure. */
export async function playNight({
  stations,
  stays,
  faults,
  signal,
  everyMs = 500,
  say,
}: Options): Promise<NightReport> {
  const report: NightReport = { departures: [], missing: [], withoutPlace: [], peakKw: 0 }
  const open = stays.map((stay, index) => {
    const late = faults.late?.stay === index ? faults.late.ms : 0
    return { stay, index, arrival: stay.arrival + late }
  })
  const waiting = open.filter(({ index }) => index !== faults.missing)
  for (const { stay, index } of open) if (index === faults.missing) report.missing.push(stay.vehicleId)
  const present: { stay: PlayedStay; station: SimulatedStation; evse: number }[] = []
  const end = Math.max(...stays.map(({ departure }) => departure))
  for (const station of stations) station.client.connect()
  while (!signal.aborted && (Date.now() < end || present.length > 0)) {
    const now = Date.now()
    for (const station of stations) station.tick(now)
    report.peakKw = Math.max(
      report.peakKw,
      stations.reduce((total, { powerKw }) => total + powerKw, 0),
    )
    await applyFaults(stations, faults, now)
    for (const { stay, station, evse } of present.filter(({ stay: { departure } }) => departure <= now)) {
      const battery = await station.unplug(evse)
      present.splice(
        present.findIndex((one) => one.stay === stay),
        1,
      )
      if (!battery) continue
      report.departures.push({ vehicleId: stay.vehicleId, soc: battery.soc, targetSoc: stay.targetSoc })
      say(`${stay.vehicleId} leaves with ${battery.soc.toFixed(1)} % (target ${stay.targetSoc} %)`)
    }
    for (const one of waiting.filter(({ arrival }) => arrival <= now)) {
      waiting.splice(waiting.indexOf(one), 1)
      if (one.stay.departure <= now) continue
      const place = placeFor(stations)
      if (!place) {
        report.withoutPlace.push(one.stay.vehicleId)
        continue
      }
      present.push({ stay: one.stay, ...place })
      await place.station.plugIn(place.evse, visitorOf(one.stay, one.index === faults.silentSoc))
      say(`${one.stay.vehicleId} plugs in at ${place.station.settings.id}, evse ${place.evse}`)
    }
    await pause(everyMs, signal)
  }
  for (const station of stations) station.client.disconnect()
  return report
}

function visitorOf({ vehicleId, macAddress, batteryKwh, maxPowerKw, startSoc }: PlayedStay, hidesSoc: boolean) {
  return { vehicleId, macAddress, battery: { capacityKwh: batteryKwh, maxPowerKw, soc: startSoc }, hidesSoc }
}

function placeFor(stations: readonly SimulatedStation[]): { station: SimulatedStation; evse: number } | null {
  for (const station of stations) {
    const evse = station.client.isOpen ? station.freeEvse() : undefined
    if (evse !== undefined) return { station, evse }
  }
  return null
}

const failing = new WeakMap<SimulatedStation, boolean>()
const away = new WeakMap<SimulatedStation, boolean>()

async function applyFaults(stations: readonly SimulatedStation[], { failure, offline }: Faults, now: number) {
  const failed = failure && stations[failure.station]
  const isFailing = failure !== undefined && now >= failure.from && now < failure.to
  if (failed && (failing.get(failed) ?? false) !== isFailing) {
    failing.set(failed, isFailing)
    await failed.setFault(1, isFailing)
  }
  const lost = offline && stations[offline.station]
  const isAway = offline !== undefined && now >= offline.from && now < offline.to
  if (!lost || (away.get(lost) ?? false) === isAway) return
  away.set(lost, isAway)
  if (isAway) lost.client.disconnect()
  else lost.client.connect()
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
