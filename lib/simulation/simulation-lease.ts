import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** A process that has gone keeps a simulation from the others for so long. */
const LEASE_MS = 30_000

export type PlayableSimulation = { locationUid: string; startedAt: number }

/** Takes the simulations that run and that no other process plays, or goes on with its own. */
export async function claimSimulations(db: Database, instanceId: string, now: number): Promise<PlayableSimulation[]> {
  const at = new Date(now).toISOString()
  const rows = await db.execute<{ location_uid: string; started_at: number }>(sql`
    update simulation set played_by = ${instanceId}, played_until = ${new Date(now + LEASE_MS).toISOString()}
    where is_running and (played_by = ${instanceId} or played_until is null or played_until < ${at}::timestamptz)
    returning location_uid, (extract(epoch from started_at) * 1000)::float8 as started_at`)
  return rows.map(({ location_uid: locationUid, started_at: startedAt }) => ({ locationUid, startedAt }))
}

/** Leaves its simulations to another process, or to the next start. */
export async function releaseSimulations(db: Database, instanceId: string): Promise<void> {
  await db.execute(sql`update simulation set played_by = null, played_until = null where played_by = ${instanceId}`)
}
