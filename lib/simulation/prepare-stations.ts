import type { Context } from '@/lib/context'
import type { ChargingStation } from '@/lib/contract/station'
import { simulatedStation, stationId, stationInput } from '@/lib/simulator/fleet-of-stations'
import type { SimulatedStation } from '@/lib/simulator/simulated-station'
import { createStationPassword } from '@/lib/stations/create-station-password'
import { listStations } from '@/lib/stations/list-stations'
import { putStation } from '@/lib/stations/put-station'

const EVSES = 2
const MOST_STATIONS = 20

type Options = { locationUid: string; url: string; vehicles: number; onFault: (error: unknown) => void }

/**
 * Makes simulated stations with a place for each vehicle, registers those that are not, and gives each a new password,
 * which nothing but this process knows.
 * @returns them, and what the registry says of the depot's stations
 */
export async function prepareStations(
  context: Context,
  { locationUid, url, vehicles, onFault }: Options,
): Promise<{ stations: SimulatedStation[]; registered: ChargingStation[] }> {
  const registered = await listStations(context, locationUid)
  const count = Math.min(MOST_STATIONS, Math.ceil(vehicles / EVSES) + 1)
  const stations: SimulatedStation[] = []
  for (let number = 1; number <= count; number += 1) {
    const id = stationId(locationUid, number)
    if (!registered.some((station) => station.id === id))
      await putStation(context, { stationId: id, input: stationInput(locationUid, number), ifMatch: null })
    const { password } = await createStationPassword(context, id)
    stations.push(simulatedStation(number, { url, id, password, onFault }))
  }
  return { stations, registered }
}
