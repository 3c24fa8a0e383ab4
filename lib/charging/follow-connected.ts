import { sql } from 'drizzle-orm'
import { followEvents } from '@/lib/charging/follow-events'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { requestPlans } from '@/lib/plan-request/request-plan'

/**
 * Lets stays whose time has come take over vehicles that are connected already: a stay that was posted, or became a
 * row, after the connection; the next stay of a vehicle that never left. Events alone cannot, for none comes then.
 * Where that changes a stay, a plan is requested.
 * @param now epoch ms
 * @returns how many vehicles were looked at
 */
export async function followConnected(db: Database, locationUid: string, now: number): Promise<number> {
  const keys = await waitingVehicles(db, locationUid, now)
  if (keys.length === 0) return 0
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`select 1 from vehicle where key in ${keys} order by key for no key update`)
    const touched = keys.map((vehicleKey) => ({ vehicleKey, from: now, to: now }))
    const { moved } = await followEvents(tx, touched, now)
    const changed = [...moved.values()].flat()
    await requestPlans(tx, changed, 'ev-connected', 'A stay began whose vehicle was connected already.')
  })
  return keys.length
}

async function waitingVehicles(db: Database, locationUid: string, now: number): Promise<number[]> {
  const at = new Date(now).toISOString()
  const rows = await db.execute<{ key: string }>(sql`
    select distinct c.vehicle_key as key from charging_session c
    join stay s on s.vehicle_key = c.vehicle_key and s.location_uid = ${locationUid} and s.connected_at is null
      and s.departure > ${at} and s.arrival - interval '4 hours' <= ${at}
    where c.disconnected_at is null and (c.location_uid = ${locationUid} or c.location_uid is null)
    order by key`)
  return rows.map(({ key }) => Number(key))
}
