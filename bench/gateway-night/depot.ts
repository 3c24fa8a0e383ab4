import type { NightApi } from '@/bench/gateway-night/night-api'
import { HABITS, NightStation } from '@/bench/gateway-night/night-station'
import { locationOf } from '@/bench/night/depot'
import type { Night, NightBus } from '@/bench/night/night'
import { seededRandom } from '@/bench/seeded-random'
import type { Strategy } from '@/lib/planner/problem'

export const EVSES = 2
const FULL_KW = 150

export type NightDepot = {
  stations: NightStation[]
  /** Where the first bus plugs in. */
  stationOfFirst: NightStation
  placeOf: (bus: number, isMoved: boolean) => { station: NightStation; evse: number }
}

/** Registers the depot of a night with its buses and what was posted of them, and a station for each two of them and one more. */
export async function makeDepot(api: NightApi, url: string, night: Night, strategy: Strategy): Promise<NightDepot> {
  const location = { ...locationOf(night, strategy), controlChargers: true }
  await api.call('PUT', `/locations/${night.uid}`, location)
  for (const bus of night.buses) await api.call('PUT', `/vehicles/${bus.id}`, vehicleOf(night, bus))
  await api.call('POST', '/schedules/batch', {
    vehicles: night.buses.map((bus) => ({ vehicleId: bus.id, schedules: [postedOf(bus)] })),
  })
  const random = seededRandom(night.seed * 31)
  const stations: NightStation[] = []
  for (let n = 0; n <= Math.ceil(night.buses.length / EVSES); n += 1)
    stations.push(await makeStation(api, url, night, n, random))
  const placeOf = (bus: number, isMoved: boolean) => {
    const station = stations[isMoved ? stations.length - 1 : Math.floor(bus / EVSES)]
    if (!station) throw new Error(`There is no place for bus ${bus}.`)
    return { station, evse: isMoved ? 1 : (bus % EVSES) + 1 }
  }
  const plugs = night.buses.map(({ real }) => real.plug ?? Number.POSITIVE_INFINITY)
  return { stations, stationOfFirst: placeOf(plugs.indexOf(Math.min(...plugs)), false).station, placeOf }
}

async function makeStation(
  api: NightApi,
  url: string,
  { uid }: Night,
  n: number,
  random: () => number,
): Promise<NightStation> {
  const id = `${uid}-CP-${n + 1}`
  const evses = Array.from({ length: EVSES }, (_, index) => ({
    evseId: index + 1,
    maxPowerkW: FULL_KW,
    connectors: [{ connectorId: 1, type: 'CCS2' }],
  }))
  await api.call('PUT', `/stations/${id}`, { locationUid: uid, evses })
  const { password } = await api.call<{ password: string }>('POST', `/stations/${id}/password`)
  const protocol = n % 2 === 0 ? 'ocpp1.6' : 'ocpp2.0.1'
  const habit = HABITS[(n + Math.floor(n / HABITS.length)) % HABITS.length] ?? 'plain'
  return new NightStation({ url, id, password, protocol, habit, evses: EVSES, fullKw: FULL_KW, random })
}

function vehicleOf({ uid }: Night, { id, batteryKwh, maxKw, supportsPausing, macAddress }: NightBus) {
  return {
    ...{ name: id, locationUid: uid, fullChargeEnergykWh: batteryKwh, maxChargePowerkW: maxKw },
    ...{ supportsPauseResume: supportsPausing, chargingPorts: [{ macAddress, type: 'CCS2' }] },
  }
}

function postedOf({ posted: { arrival, departure, startSoc, targetSoc, minimumSoc } }: NightBus) {
  const [plannedArrivalTime, plannedDepartureTime] = [arrival, departure].map((at) => new Date(at).toISOString())
  return {
    ...{ plannedArrivalTime, plannedDepartureTime, targetSoC: targetSoc, minimumSoC: minimumSoc },
    ...(startSoc !== null && { startSoC: startSoc }),
  }
}
