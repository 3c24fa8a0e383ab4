import { sql } from 'drizzle-orm'
import type { JudgedEvent } from '@/lib/charging/judged-event'
import { v2icpInfo } from '@/lib/charging/v2icp-info'
import type { Database } from '@/lib/db/client'

type LastRow = {
  vehicle_key: string
  vehicle_id: string
  at: number
  mac_address: string | null
  location_uid: string | null
  odometer: number | null
  v2icp: unknown
}

/** Gives each vehicle of these events the last V2ICP message that it ever sent, by the messages' own times. */
export async function storeV2icp(tx: Database, events: readonly JudgedEvent[]): Promise<void> {
  const keys = events.flatMap(({ event, vehicle }) => (vehicle && event.v2icp != null ? [vehicle.key] : []))
  if (keys.length === 0) return
  const rows = await tx.execute<LastRow>(sql`
    select v.key as vehicle_key, v.id as vehicle_id, last.*, coalesce(last.mac_address, (
        select p.mac_address from charging_port p where p.vehicle_key = v.key and p.inactive is not true
        order by p.position limit 1)) as mac_address
    from vehicle v cross join lateral (
      select (extract(epoch from e.timestamp) * 1000)::float8 as at, e.mac_address, e.location_uid, e.odometer, e.v2icp
      from charging_event e where e.vehicle_key = v.key and e.v2icp is not null
      order by e.timestamp desc, e.id desc limit 1) last
    where v.key in ${[...new Set(keys)]}`)
  const infos = rows.map((row) => ({
    key: Number(row.vehicle_key),
    v2icp: v2icpInfo({
      vehicleId: row.vehicle_id,
      at: row.at,
      macAddress: row.mac_address,
      locationUid: row.location_uid,
      odometer: row.odometer,
      message: row.v2icp,
    }),
  }))
  await tx.execute(sql`
    update vehicle set v2icp = next.v2icp
    from jsonb_to_recordset(${JSON.stringify(infos)}::text::jsonb) as next (key bigint, v2icp jsonb)
    where vehicle.key = next.key and vehicle.v2icp is distinct from next.v2icp`)
}
