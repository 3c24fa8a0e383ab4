import { sql } from 'drizzle-orm'
import { followEvents } from '@/lib/charging/follow-events'
import type { Touched } from '@/lib/charging/load-window'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'

/**
 * The events of nobody known at an evse in `[from, to)` (`to` absent: until now), and those of a transaction, and what they
 * turned out to be: a vehicle (its key), or a MAC address that may be registered later. Where events name a connector alone,
 * that is the evse, as in OCPP 1.6. Epoch ms.
 */
export type Attribution = {
  locationUid: string
  stationId: string
  evseId: string
  from: number
  to?: number
  transactionId?: string
  /** The address that the stranger told, which no vehicle has. */
  toldMac?: string
  vehicleKey: number | null
  macAddress?: string
}

/**
 * Gives what was reported of strangers to what they turned out to be; of two that claim an event the first has it. What
 * follows from the vehicles' events is derived anew. The number of statements does not grow with them. Call it in a
 * transaction.
 * @returns the locations that are to be planned anew: ask for that last in the transaction, with `RECOGNISED`
 */
export async function attributeEvents(tx: Database, claimed: readonly Attribution[], now: number): Promise<string[]> {
  const attributions = claimed.filter(({ vehicleKey, macAddress }) => vehicleKey !== null || macAddress !== undefined)
  if (attributions.length === 0) return []
  await holdVehicles(tx, attributions)
  const rows = await tx.execute<{ claim: number; at: number }>(sql`
    update charging_event known
    set vehicle_key = given.vehicle_key, mac_address = coalesce(known.mac_address, given.mac_address)
    from (
      select distinct on (e.key) e.key, n.claim, n."vehicleKey" as vehicle_key, n."macAddress" as mac_address,
        n."toldMac" as told_mac
      from jsonb_to_recordset(${rowsParameter(attributions.map((one, claim) => ({ ...one, claim })))}) as n (claim int,
        "locationUid" text, "stationId" text, "evseId" text, "from" float8, "to" float8, "transactionId" text,
        "toldMac" text, "vehicleKey" bigint, "macAddress" text)
      -- Each by an index of its own.
      cross join lateral (
        select key, station_id, coalesce(evse_id, connector_id) as evse_id, mac_address from charging_event
        where location_uid = n."locationUid" and vehicle_key is null and type <> 'connector-status'
          and timestamp >= to_timestamp(n."from" / 1000.0)
          and timestamp < coalesce(to_timestamp(n."to" / 1000.0), 'infinity')
        union all
        select key, station_id, coalesce(evse_id, connector_id), mac_address from charging_event
        where transaction_id = n."transactionId" and location_uid = n."locationUid"
          and vehicle_key is null and type <> 'connector-status') e
      where e.station_id = n."stationId" and e.evse_id = n."evseId"
        and (e.mac_address is null or e.mac_address in (n."macAddress", n."toldMac"))
      order by e.key, n.claim) given
    -- Again, because only this is looked at anew where another transaction has written the event meanwhile.
    where known.key = given.key and known.vehicle_key is null
      and (known.mac_address is null or known.mac_address in (given.mac_address, given.told_mac))
    returning given.claim, (extract(epoch from known.timestamp) * 1000)::float8 as at`)
  const touched = new Map<number, Touched>()
  const uids: string[] = []
  for (const { claim, at } of rows) {
    const { vehicleKey, locationUid } = attributions[claim] ?? { vehicleKey: null, locationUid: '' }
    if (vehicleKey === null) continue
    const { from = at, to = at } = touched.get(vehicleKey) ?? {}
    touched.set(vehicleKey, { vehicleKey, from: Math.min(from, at), to: Math.max(to, at) })
    uids.push(locationUid)
  }
  const { moved } = await followEvents(tx, [...touched.values()], now)
  return [...new Set([...uids, ...[...moved.values()].flat()])]
}

/** In the order of their keys, so that two calls wait for each other and do not deadlock; `recordEvents` holds them already. */
async function holdVehicles(tx: Database, attributions: readonly Attribution[]): Promise<void> {
  const keys = [...new Set(attributions.flatMap(({ vehicleKey }) => vehicleKey ?? []))]
  if (keys.length > 0) await tx.execute(sql`select 1 from vehicle where key in ${keys} order by key for no key update`)
}

/** Why a location is planned anew where a stranger was recognised. */
export const RECOGNISED = {
  trigger: 'ev-connected',
  description: 'A vehicle was recognised that was connected already.',
} as const
