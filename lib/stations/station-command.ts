import { and, eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import { keyInId } from '@/lib/contract/key-in-id'
import type { StationCommand } from '@/lib/contract/station-command'
import { stationCommand } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'
import { getStoredStation } from '@/lib/stations/stored-station'

/** What became of a command. @throws Refusal 404 */
export async function getStationCommand(
  context: Context,
  { stationId, commandId }: { stationId: string; commandId: string },
): Promise<StationCommand> {
  const { id } = await getStoredStation(context, stationId)
  const [row] = await context.db
    .select()
    .from(stationCommand)
    .where(and(eq(stationCommand.stationId, id), eq(stationCommand.key, keyInId(commandId, 'cmd_'))))
  if (!row) throw new Refusal('notFound', `The station ${stationId} has no command with the id ${commandId}.`)
  return commandView(row)
}

/** A command as the contract gives it. */
export function commandView(row: typeof stationCommand.$inferSelect): StationCommand {
  return {
    id: `cmd_${row.key}`,
    type: row.type as StationCommand['type'],
    status: row.status as StationCommand['status'],
    ...(row.words !== null && { words: row.words }),
    at: row.updatedAt.toISOString(),
  }
}
