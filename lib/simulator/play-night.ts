import { DepotPlay, type PlayedDeparture } from '@/lib/simulator/depot-play'
import type { Faults, PlayedStay } from '@/lib/simulator/night'
import { pause } from '@/lib/simulator/pause'
import type { SimulatedStation } from '@/lib/simulator/simulated-station'

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
  const play = new DepotPlay(stations, say)
  const end = Math.max(...stays.map(({ departure }) => departure))
  for (const station of stations) station.client.connect()
  while (!signal.aborted && (Date.now() < end || !play.isEmpty)) {
    await play.step(stays, faults, Date.now())
    await pause(everyMs, signal)
  }
  for (const station of stations) station.client.disconnect()
  const { departures, missing, withoutPlace, peakKw } = play
  return { departures, missing: [...missing], withoutPlace: [...withoutPlace], peakKw }
}
