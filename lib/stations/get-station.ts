import { listStrangers } from '@/lib/charging/list-strangers'
import type { Context } from '@/lib/context'
import type { ChargingStation } from '@/lib/contract/station'
import { stationView } from '@/lib/stations/station-view'
import { getStoredStation, stationEtag } from '@/lib/stations/stored-station'

/** The station of this id with its entity tag. @throws Refusal 404 */
export async function getStation(
  context: Context,
  stationId: string,
): Promise<{ station: ChargingStation; etag: string }> {
  const stored = await getStoredStation(context, stationId)
  const strangers = await listStrangers(context.db, stored.attributes.locationUid, context.now)
  return { station: stationView(stored, context.now, strangers), etag: stationEtag(stored) }
}
