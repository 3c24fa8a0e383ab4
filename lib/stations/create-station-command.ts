import { sql } from 'drizzle-orm'
import { recordChanges } from '@/lib/audit/record-changes'
import type { Context } from '@/lib/context'
import type { StationCommand, StationCommandInput } from '@/lib/contract/station-command'
import { stationCommand } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { impossible } from '@/lib/errors'
import { notifyStation } from '@/lib/stations/notices'
import { commandView } from '@/lib/stations/station-command'
import { getStoredStation } from '@/lib/stations/stored-station'
import { findVehicle } from '@/lib/vehicles/stored-vehicle'

/**
 * Writes down what a station is to be told, and wakes the process that holds its connection.
 * @throws Refusal 404, 422 (a vehicle that does not exist)
 */
export async function createStationCommand(
  context: Context,
  { stationId, command }: { stationId: string; command: StationCommandInput },
): Promise<StationCommand> {
  const { id, attributes } = await getStoredStation(context, stationId)
  const { type, ...rest } = command
  if (rest.vehicleId != null && !(await findVehicle(context.db, context.who, rest.vehicleId)))
    throw impossible([{ path: 'vehicleId', message: `names an unknown vehicle (${rest.vehicleId})` }])
  const payload = Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null))
  const at = new Date(context.now)
  const row = await inTransaction(context.db, async (tx) => {
    const written = { createdBy: context.who.id, createdAt: at, updatedAt: at }
    const [stored] = await tx
      .insert(stationCommand)
      .values({ stationId: id, type, payload, status: 'waiting', ...written })
      .returning()
    if (!stored) throw new Error('The command was not stored.')
    const told = { before: null, after: { stationId: id, type, ...payload } }
    await recordChanges({ ...context, db: tx }, [
      {
        ...{ kind: 'station-command', objectId: String(stored.key), locationUids: [attributes.locationUid] },
        ...(rest.vehicleId != null && { vehicleId: rest.vehicleId }),
        ...told,
      },
    ])
    return stored
  })
  await notifyStation(context.db, 'command', id)
  return commandView(row)
}

/**
 * Commands that did not reach their station in time are over. Which vehicle stands there holds until it is known.
 * @returns how many
 */
export async function expireCommands(db: Context['db'], now: number): Promise<number> {
  const expired = await db.execute(sql`
    update station_command set status = case status when 'sent' then 'failed' else 'expired' end,
      words = case status when 'sent' then 'The station did not answer.' else 'The station was not connected.' end,
      updated_at = ${new Date(now).toISOString()}
    where status in ('waiting', 'sent') and type <> 'identify' and updated_at < ${new Date(now - COMMAND_WAITS_MS).toISOString()}`)
  return expired.count
}

/** How long a command waits for its station, and then for the answer. */
export const COMMAND_WAITS_MS = 60_000
