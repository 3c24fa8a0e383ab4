import { SYSTEM } from '@/lib/context'
import type { ChargingStation } from '@/lib/contract/station'
import type { Database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { demoFaults } from '@/lib/simulation/demo-faults'
import { prepareStations } from '@/lib/simulation/prepare-stations'
import { readStays } from '@/lib/simulation/read-stays'
import type { PlayableSimulation } from '@/lib/simulation/simulation-lease'
import { DepotPlay } from '@/lib/simulator/depot-play'
import type { PlayedStay } from '@/lib/simulator/night'
import { pause } from '@/lib/simulator/pause'
import type { SimulatedStation } from '@/lib/simulator/simulated-station'

const STEP_MS = 1_000
/** Schedules may be changed, and stations removed, while they are played. */
const READ_EVERY_MS = 20_000
const BETWEEN_CONNECTIONS_MS = 100

/**
 * Plays a depot with simulated stations and vehicles over the gateway at `url` until the signal: as its schedules are at
 * each moment, from what the registry says that is plugged in already.
 */
export async function playSimulation(
  db: Database,
  { locationUid, startedAt }: PlayableSimulation,
  { url, signal }: { url: string; signal: AbortSignal },
): Promise<void> {
  const context = () => ({ db, who: SYSTEM, now: Date.now() })
  const onFault = (err: unknown) => log.warn({ err, location: locationUid }, 'a simulated charger has a fault')
  let { stays, vehicles } = await readStays(context(), locationUid)
  const { stations, registered } = await prepareStations(context(), { locationUid, url, vehicles, onFault })
  const play = new DepotPlay(stations, (line) => log.debug({ location: locationUid }, line))
  resumeStays(play, stays, stations, registered, startedAt)
  try {
    for (const station of stations) {
      station.client.connect()
      await pause(BETWEEN_CONNECTIONS_MS, signal)
    }
    for (let readAt = Date.now(); !signal.aborted; await pause(STEP_MS, signal)) {
      const now = Date.now()
      if (now - readAt >= READ_EVERY_MS) {
        readAt = now
        stays = (await readStays(context(), locationUid)).stays
      }
      await play.step(stays, demoFaults(startedAt, now), now)
    }
  } finally {
    for (const station of stations) station.client.disconnect()
  }
}

/** Vehicles that the registry knows at a simulated station stand there still, as charged as they were. */
function resumeStays(
  play: DepotPlay,
  stays: readonly PlayedStay[],
  stations: readonly SimulatedStation[],
  registered: readonly ChargingStation[],
  startedAt: number,
): void {
  const now = Date.now()
  const faults = demoFaults(startedAt, now)
  for (const { id, evses } of registered) {
    const station = stations.find(({ settings }) => settings.id === id)
    for (const { evseId, vehicleId, soc } of station ? evses : []) {
      const stay = stays.find((each) => each.vehicleId === vehicleId && each.arrival <= now && now < each.departure)
      if (station && stay && evseId <= station.settings.evses)
        play.resume({ ...stay, startSoc: soc ?? stay.startSoc }, { station, evse: evseId }, faults)
    }
  }
}
