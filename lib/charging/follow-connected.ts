import { sql } from 'drizzle-orm'
import { SILENT_MS } from '@/lib/charging/derive-sessions'
import { followEvents } from '@/lib/charging/follow-events'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { askingLast, requestPlans } from '@/lib/plan-request/request-plan'

/**
 * Brings up to date what time alone changes, for no event comes then: a stay that was posted, or became a row, after its
 * vehicle was connected takes it over, as does the next stay of a vehicle that never left; and a connection of which
 * nothing has been heard for too long ends. Where that changes a stay, a plan is requested.
 * @param now epoch ms
 * @returns how many vehicles were looked at
 */
export async function followConnected(db: Database, locationUid: string, now: number): Promise<number> {
  const waiting = await waitingVehicles(db, locationUid, now)
  const silent = await silentVehicles(db, locationUid, now)
  const keys = [...new Set([...waiting, ...silent])].sort((a, b) => a - b)
  if (keys.length === 0) return 0
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`select 1 from vehicle where key in ${keys} order by key for no key update`)
    const touched = keys.map((vehicleKey) => ({ vehicleKey, from: now, to: now }))
    const { moved } = await followEvents(tx, touched, now)
    const changed = (vehicles: readonly number[]) => vehicles.flatMap((key) => moved.get(key) ?? [])
    const begun = waiting.filter((key) => !silent.includes(key))
    await askingLast(tx, async () => {
      await requestPlans(
        tx,
        changed(silent),
        'ev-disconnected',
        'Nothing was heard of a connected vehicle for too long.',
      )
      await requestPlans(tx, changed(begun), 'ev-connected', 'A stay began whose vehicle was connected already.')
    })
  })
  return keys.length
}

async function waitingVehicles(db: Database, locationUid: string, now: number): Promise<number[]> {
  const at = new Date(now).toISOString()
  const rows = await db.execute<{ key: string }>(sql`
    select distinct c.vehicle_key as key from charging_session c
    join stay s on s.vehicle_key = c.vehicle_key and s.location_uid = ${locationUid} and s.connected_at is null
      and s.departure > ${at} and s.arrival - interval '4 hours' <= ${at}
    where c.disconnected_at is null and (c.location_uid = ${locationUid} or c.location_uid is null)`)
  return rows.map(({ key }) => Number(key))
}

/** Vehicles of which nothing was heard since 2 hours and that should have left as long ago; `releaseSilent` decides. */
async function silentVehicles(db: Database, locationUid: string, now: number): Promise<number[]> {
  const long = new Date(now - SILENT_MS).toISOString()
  const rows = await db.execute<{ key: string }>(sql`
    select c.vehicle_key as key from charging_session c
    where c.disconnected_at is null and c.location_uid = ${locationUid} and c.reports_meter and c.last_event_at < ${long}
      and (c.charging and c.power_kw is distinct from 0 or exists (select 1 from stay s
        where s.vehicle_key = c.vehicle_key and s.connected_at is not null and s.disconnected_at is null
          and s.departure < ${long} and coalesce(s.measured_soc, 0) < s.target_soc))
      and not exists (select 1 from stay s where s.vehicle_key = c.vehicle_key and s.connected_at is not null
        and s.disconnected_at is null and s.arrival <= c.last_event_at and s.departure >= ${long})`)
  return rows.map(({ key }) => Number(key))
}
