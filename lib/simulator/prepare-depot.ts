import { simulatedStation, stationId, stationInput } from '@/lib/simulator/fleet-of-stations'
import { compressed, type PlayedStay } from '@/lib/simulator/night'
import type { SimulatedStation } from '@/lib/simulator/simulated-station'
import { type ListedSchedule, type ListedVehicle, macOf, staysOf } from '@/lib/simulator/stays-of'

/** Calls the public API. */
export type Api = <T>(method: string, path: string, body?: unknown) => Promise<T>

type Location = { id: string; departureMarginMinutes?: number; readyBufferMinutes?: number; assumedArrivalSoC?: number }

export type Prepared = { locationUid: string; stays: PlayedStay[]; stations: SimulatedStation[] }

const NIGHT_MS = 16 * 3_600_000

/**
 * Reads the stays of the next hours and makes the charging stations for them. At a speed above 1 the night is played at
 * a copy of the depot, with vehicles whose batteries are as much smaller as time is shorter: the real ones are left alone.
 */
export async function prepareDepot(
  api: Api,
  { url, locationUid, speed, now }: { url: string; locationUid: string; speed: number; now: number },
): Promise<Prepared> {
  const real = await readStays(api, locationUid, now)
  if (real.length === 0) throw new Error(`There is no schedule in the next hours at ${locationUid} to play.`)
  const uid = speed === 1 ? locationUid : `${locationUid}-sim`
  const stays = speed === 1 ? real : compressed(real, speed, now + 10_000).map((stay) => renamed(stay))
  if (speed !== 1) await copyDepot(api, { locationUid, uid, speed, stays })
  return { locationUid: uid, stays, stations: await makeStations(api, { url, uid, speed, stays }) }
}

const renamed = (stay: PlayedStay): PlayedStay => ({
  ...stay,
  vehicleId: `sim-${stay.vehicleId}`,
  macAddress: macOf(`sim-${stay.vehicleId}`),
})

async function readStays(api: Api, uid: string, now: number): Promise<PlayedStay[]> {
  const query = `locationUid=${encodeURIComponent(uid)}`
  const { vehicles } = await api<{ vehicles: { vehicle: ListedVehicle }[] }>('GET', `/vehicles?${query}`)
  const range = `from=${now}&to=${now + NIGHT_MS}&plan=false`
  const path = `/locations/${encodeURIComponent(uid)}/schedules?${range}`
  const { schedules } = await api<{ schedules: ListedSchedule[] }>('GET', path)
  return staysOf(
    vehicles.map(({ vehicle }) => vehicle),
    schedules,
  )
}

async function copyDepot(
  api: Api,
  { locationUid, uid, speed, stays }: { locationUid: string; uid: string; speed: number; stays: readonly PlayedStay[] },
): Promise<void> {
  const { id: _, ...settings } = await api<Location>('GET', `/locations/${encodeURIComponent(locationUid)}`)
  const { departureMarginMinutes = 10, readyBufferMinutes = 30 } = settings
  await api('PUT', `/locations/${encodeURIComponent(uid)}`, {
    ...settings,
    ...{ name: `Simulation of ${locationUid}`, baseLoad: null },
    ...{ departureMarginMinutes: departureMarginMinutes / speed, readyBufferMinutes: readyBufferMinutes / speed },
  })
  for (const vehicleId of new Set(stays.map((stay) => stay.vehicleId))) {
    const own = stays.filter((stay) => stay.vehicleId === vehicleId)
    const [first] = own
    if (!first) continue
    await api('PUT', `/vehicles/${encodeURIComponent(vehicleId)}`, {
      ...{ name: vehicleId, locationUid: uid, supportsPauseResume: true },
      ...{ fullChargeEnergykWh: first.batteryKwh, maxChargePowerkW: first.maxPowerKw },
      chargingPorts: [{ macAddress: first.macAddress, type: 'CCS2' }],
    })
    await api('POST', `/vehicles/${encodeURIComponent(vehicleId)}/schedules`, {
      replaceFutureSchedules: true,
      schedules: own.map(({ arrival, departure, startSoc, targetSoc }) => ({
        plannedArrivalTime: new Date(arrival).toISOString(),
        plannedDepartureTime: new Date(departure).toISOString(),
        ...{ startSoC: startSoc, targetSoC: targetSoc, locationUid: uid },
      })),
    })
  }
}

/** As many evses as vehicles are there at once; each second station speaks the other version of OCPP. */
async function makeStations(
  api: Api,
  { url, uid, speed, stays }: { url: string; uid: string; speed: number; stays: readonly PlayedStay[] },
): Promise<SimulatedStation[]> {
  const most = Math.max(...stays.map(({ arrival }) => stays.filter((stay) => isThere(stay, arrival)).length))
  const stations: SimulatedStation[] = []
  for (let number = 1; number <= Math.ceil(most / 2) + 1; number += 1) {
    const id = stationId(uid, number)
    await api('PUT', `/stations/${encodeURIComponent(id)}`, stationInput(uid, number))
    const { password } = await api<{ password: string }>('POST', `/stations/${encodeURIComponent(id)}/password`)
    stations.push(simulatedStation(number, { url, id, password, speed }))
  }
  return stations
}

function isThere({ arrival, departure }: PlayedStay, at: number): boolean {
  return arrival <= at && at < departure
}
