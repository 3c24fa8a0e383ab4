import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { stationCommand } from '@/lib/db/schema'
import type { Command } from '@/lib/ocpp/calls/command-call'
import { notifyStations } from '@/lib/stations/notices'

/** What the station itself is not told: which vehicle stands at one of its evses. */
export type Identification = { type: 'identify'; evseId: number; vehicleId: string; from: number }

export type TakenCommand = { key: number; stationId: string; command: Command | Identification }

/** Takes the commands that wait for these stations; each is taken once, whoever else looks. */
export async function takeCommands(db: Database, stationIds: readonly string[], now: number): Promise<TakenCommand[]> {
  if (stationIds.length === 0) return []
  const rows = await db.execute<{
    key: string
    station_id: string
    type: TakenCommand['command']['type']
    payload: object
  }>(sql`
    update station_command set status = 'sent', updated_at = ${new Date(now).toISOString()}
    where key in (select key from station_command
      where status = 'waiting' and station_id = any(${sql.param([...stationIds])}::text[])
      order by key for update skip locked)
    returning key, station_id, type, payload`)
  return rows
    .map(({ key, station_id: stationId, type, payload }) => ({
      ...{ key: Number(key), stationId, command: { ...payload, type } as TakenCommand['command'] },
    }))
    .sort((a, b) => a.key - b.key)
}

/** Lets commands wait again that were taken and told to nobody, as long as they would have waited, and wakes who may hold their stations. */
export async function giveBackCommands(db: Database, taken: readonly TakenCommand[]): Promise<void> {
  if (taken.length === 0) return
  const keys = taken.map(({ key }) => key)
  await db.execute(sql`
    update station_command set status = 'waiting', updated_at = created_at
    where key = any(${sql.param(keys)}::bigint[]) and status = 'sent'`)
  await notifyStations(db, 'command', [...new Set(taken.map(({ stationId }) => stationId))])
}

/** Writes down what became of a command. */
export async function finishCommand(
  db: Database,
  key: number,
  { status, words }: { status: string; words: string },
  now: number,
): Promise<void> {
  await db
    .update(stationCommand)
    .set({ status, words: words.slice(0, 500), updatedAt: new Date(now) })
    .where(eq(stationCommand.key, key))
}

/** The token that a vehicle is started with: its first one, else `VID:` and its MAC address; null where it has neither. */
export async function startTokenOf(db: Database, vehicleId: string): Promise<string | null> {
  const [row] = await db.execute<{ token: string | null; mac: string | null }>(sql`
    select (select t.token from vehicle_token t where t.vehicle_key = v.key order by t.position limit 1) as token,
      (select p.mac_address from charging_port p where p.vehicle_key = v.key and p.inactive is not true
        order by p.position limit 1) as mac
    from vehicle v where v.id = ${vehicleId} and v.deleted_at is null`)
  return row?.token ?? (row?.mac ? vidOf(row.mac) : null)
}

/** A MAC address as a token that fits into the 20 characters of OCPP 1.6. */
export function vidOf(mac: string): string {
  return `VID:${mac.replaceAll(':', '')}`
}
