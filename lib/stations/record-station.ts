import { recordChanges } from '@/lib/audit/record-changes'
import type { Context } from '@/lib/context'
import type { StationAttributes } from '@/lib/stations/station-attributes'

/** What the registry says of a station; null: it is not there. */
type Registered = StationAttributes | null

/** Records what is different in a station of the registry, in the transaction `context.db` of the change. */
export async function recordStation(
  context: Context,
  stationId: string,
  { before, after }: { before: Registered; after: Registered },
): Promise<void> {
  const locationUids = [before?.locationUid, after?.locationUid]
  await recordChanges(context, [{ kind: 'station', objectId: stationId, locationUids, before, after }])
}

/** Records that a station has another password from now on: that it has one, never which. */
export async function recordStationPassword(context: Context, stationId: string, locationUid: string): Promise<void> {
  const password = { before: {}, after: { password: 'replaced' } }
  await recordChanges(context, [{ kind: 'station', objectId: stationId, locationUids: [locationUid], ...password }])
}
