/** A stay that is played: when the vehicle comes and goes (epoch ms of the real clock), and with what charge. */
export type PlayedStay = {
  vehicleId: string
  macAddress: string
  arrival: number
  departure: number
  startSoc: number
  targetSoc: number
  batteryKwh: number
  maxPowerKw: number
}

/** What goes wrong: with which vehicles, and at which station by its place in the list. */
export type Faults = {
  /** They come later than planned by so much. */
  late?: { vehicleIds: readonly string[]; ms: number }
  /** They do not come at all. */
  missing?: readonly string[]
  /** They tell no state of charge. */
  silentSoc?: readonly string[]
  /** They take less than they are offered, and fall behind. */
  weak?: readonly string[]
  /** The first evse of this station fails for a time. */
  failure?: { station: number; from: number; to: number }
  /** This station loses its connection for a time. */
  offline?: { station: number; from: number; to: number }
}

/** The faults of a night of so many stays and stations, spread over [from, to); none where there are too few. */
export function usualFaults(stays: readonly PlayedStay[], stations: number, speed: number): Faults {
  const [, late, missing, silent] = stays
  if (!late || !missing || !silent || stations < 2) return {}
  const from = Math.min(...stays.map(({ arrival }) => arrival))
  const to = Math.max(...stays.map(({ departure }) => departure))
  const at = (part: number) => from + (to - from) * part
  const minutes = (count: number) => (count * 60_000) / speed
  return {
    late: { vehicleIds: [late.vehicleId], ms: minutes(25) },
    missing: [missing.vehicleId],
    silentSoc: [silent.vehicleId],
    failure: { station: 0, from: at(0.4), to: at(0.4) + minutes(20) },
    offline: { station: 1, from: at(0.5), to: at(0.5) + minutes(60) },
  }
}

/** Real schedules played faster: everything that takes time, batteries too, is divided by the speed, from `now` on. */
export function compressed(stays: readonly PlayedStay[], speed: number, now: number): PlayedStay[] {
  const first = Math.min(...stays.map(({ arrival }) => arrival))
  const real = (at: number) => Math.round((now + (at - first) / speed) / 1000) * 1000
  return stays.map((stay) => ({
    ...stay,
    arrival: real(stay.arrival),
    departure: real(stay.departure),
    batteryKwh: Math.max(1, stay.batteryKwh / speed),
  }))
}
