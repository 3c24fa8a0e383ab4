import { sql } from 'drizzle-orm'
import { followEvents } from '@/lib/charging/follow-events'
import type { Database } from '@/lib/db/client'

/** The events of nobody known at an evse in `[from, to)` (`to` absent: until now), and those of a transaction. Epoch ms. */
export type PlaceEvents = {
  locationUid: string
  stationId: string
  evseId: string
  from: number
  to?: number
  transactionId?: string
}

/**
 * Gives what was reported of a stranger to what it turned out to be: a vehicle, or a MAC address that may be registered
 * later. What follows from the vehicle's events is derived anew. Call it in a transaction.
 * @param vehicle its key, or null; `macAddress` where it has said one
 * @returns the locations that are to be planned anew: ask for that last in the transaction, with `RECOGNISED`
 */
export async function attributeEvents(
  tx: Database,
  places: PlaceEvents,
  { vehicleKey, macAddress }: { vehicleKey: number | null; macAddress?: string },
  now: number,
): Promise<string[]> {
  const { locationUid, stationId, evseId, from, to, transactionId } = places
  if (vehicleKey !== null) await tx.execute(sql`select 1 from vehicle where key = ${vehicleKey} for no key update`)
  const until = to === undefined ? sql`true` : sql`timestamp < ${new Date(to).toISOString()}::timestamptz`
  const rows = await tx.execute<{ at: number }>(sql`
    update charging_event set vehicle_key = ${vehicleKey}, mac_address = coalesce(mac_address, ${macAddress ?? null})
    where location_uid = ${locationUid} and station_id = ${stationId} and evse_id = ${evseId}
      and vehicle_key is null and type <> 'connector-status'
      and (mac_address is null or mac_address = ${macAddress ?? null})
      and (timestamp >= ${new Date(from).toISOString()}::timestamptz and ${until}
        or transaction_id = ${transactionId ?? null})
    returning (extract(epoch from timestamp) * 1000)::float8 as at`)
  if (rows.length === 0 || vehicleKey === null) return []
  const times = rows.map(({ at }) => at)
  const touched = { vehicleKey, from: Math.min(...times), to: Math.max(...times) }
  const { moved } = await followEvents(tx, [touched], now)
  return [locationUid, ...[...moved.values()].flat()]
}

/** Why a location is planned anew where a stranger was recognised. */
export const RECOGNISED = {
  trigger: 'ev-connected',
  description: 'A vehicle was recognised that was connected already.',
} as const
