import { listStrangers } from '@/lib/charging/list-strangers'
import type { Context } from '@/lib/context'
import type { ChargingStation } from '@/lib/contract/station'
import { getLocationRow } from '@/lib/locations/get-location'
import { stationView } from '@/lib/stations/station-view'
import { listStoredStations } from '@/lib/stations/stored-station'

/** The stations of a location by name, then id, with what each of them does now. @throws Refusal 404 */
export async function listStations(context: Context, locationUid: string): Promise<ChargingStation[]> {
  await getLocationRow(context, locationUid)
  const [stations, strangers] = await Promise.all([
    listStoredStations(context, locationUid),
    listStrangers(context.db, locationUid, context.now),
  ])
  return stations.map((stored) => stationView(stored, context.now, strangers))
}
