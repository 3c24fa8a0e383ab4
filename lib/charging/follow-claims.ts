import { sql } from 'drizzle-orm'
import { followEvents } from '@/lib/charging/follow-events'
import type { Database } from '@/lib/db/client'
import { DAY_MS } from '@/lib/time/interval'

/** Events of an address that no vehicle had claimed are given to the vehicle that claims it, if they are not older than a stay can be. */
const ADOPTED_MS = 31 * DAY_MS

/** What the registry itself says stands among the events of chargers, in a scope of its own. */
const SCOPE = 'registry'

/**
 * Lets connections follow a vehicle's addresses: with an address that goes, a connection that was recognised by it
 * ends; with one that comes, what a stranger with it has told is the vehicle's, and a connection that another vehicle
 * lost with it goes on as this one's. The caller holds the vehicle's row.
 * @param now epoch ms
 * @returns the locations whose stays changed: the caller asks for their plans last in its transaction, because requests lock
 */
export async function followClaims(
  tx: Database,
  vehicleKey: number,
  { before, after }: { before: readonly string[]; after: readonly string[] },
  now: number,
): Promise<readonly string[]> {
  const lost = before.filter((mac) => !after.includes(mac))
  const gained = after.filter((mac) => !before.includes(mac))
  if (lost.length > 0) await endClaims(tx, vehicleKey, lost, now)
  const since = gained.length > 0 ? await beginClaims(tx, vehicleKey, gained, now) : null
  if (lost.length === 0 && since === null) return []
  return follow(tx, vehicleKey, since ?? now, now)
}

/**
 * Ends the connection of a vehicle that is being deleted, however it was recognised. The caller holds its row.
 * @returns as `followClaims` does
 */
export async function endAllClaims(tx: Database, vehicleKey: number, now: number): Promise<readonly string[]> {
  await endClaims(tx, vehicleKey, [null], now)
  return follow(tx, vehicleKey, now, now)
}

async function follow(tx: Database, vehicleKey: number, from: number, now: number): Promise<readonly string[]> {
  const { moved } = await followEvents(tx, [{ vehicleKey, from, to: now }], now)
  return moved.get(vehicleKey) ?? []
}

async function endClaims(tx: Database, vehicleKey: number, macs: readonly (string | null)[], now: number) {
  const rows = macs.map((mac) => ({ id: `claim-ended ${vehicleKey} ${mac ?? ''} ${now}`, mac }))
  await tx.execute(sql`
    insert into charging_event (scope, id, type, timestamp, received_at, vehicle_key, mac_address)
    select ${SCOPE}, id, 'claim-ended', ${at(now)}, ${at(now)}, ${vehicleKey}, mac
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (id text, mac text)
    on conflict do nothing`)
}

/** @returns since when (epoch ms) there are more events of the vehicle; null: there are none */
async function beginClaims(tx: Database, vehicleKey: number, macs: readonly string[], now: number) {
  const claimed = sql.param([...macs])
  const adopted = await tx.execute<{ at: number }>(sql`
    update charging_event set vehicle_key = ${vehicleKey}, adopted = true
    where vehicle_key is null and type <> 'connector-status' and mac_address = any(${claimed}::text[])
      and (location_uid is not null or station_id is not null) and timestamp > ${at(now - ADOPTED_MS)}
    returning (extract(epoch from timestamp) * 1000)::float8 as at`)
  const passed = await tx.execute<{ at: number }>(sql`
    insert into charging_event (scope, id, type, timestamp, received_at, vehicle_key, mac_address, location_uid,
      station_id, evse_id, connector_id, transaction_id)
    select ${SCOPE}, 'claim-passed ' || ${vehicleKey}::bigint || ' ' || e.id, 'ev-connected', e.timestamp, ${at(now)},
      ${vehicleKey}, e.mac_address, c.location_uid, c.station_id, c.evse_id, c.connector_id, c.transaction_id
    from charging_event e join charging_session c on c.vehicle_key = e.vehicle_key and c.disconnected_at = e.timestamp
    where e.scope = ${SCOPE} and e.type = 'claim-ended' and e.mac_address = any(${claimed}::text[])
      and e.timestamp > ${at(now - DAY_MS)} and e.vehicle_key <> ${vehicleKey}
      and not exists (select 1 from charging_event later where later.vehicle_key = ${vehicleKey}
        and later.type = 'ev-disconnected' and later.mac_address = e.mac_address and later.timestamp >= e.timestamp)
    on conflict do nothing
    returning (extract(epoch from timestamp) * 1000)::float8 as at`)
  const times = [...adopted, ...passed].map((row) => row.at)
  return times.length > 0 ? Math.min(...times) : null
}

const at = (instant: number) => sql`${new Date(instant).toISOString()}::timestamptz`
