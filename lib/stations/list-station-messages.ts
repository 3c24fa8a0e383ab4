import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { StationMessages } from '@/lib/contract/station'
import { toTimestamp } from '@/lib/contract/timestamp'
import { getStoredStation } from '@/lib/stations/stored-station'

const USUAL = 100

type Row = {
  at: number
  direction: 'in' | 'out'
  action: string
  message_id: string
  payload: unknown
  error: string | null
}

/**
 * The raw messages of a station, newest first.
 * @param page `before` epoch ms; messages of one millisecond are never divided, so a page may be a little longer
 * @throws Refusal 404
 */
export async function listStationMessages(
  context: Context,
  { stationId, before, limit = USUAL }: { stationId: string; before?: number; limit?: number },
): Promise<StationMessages> {
  const { id } = await getStoredStation(context, stationId)
  const earlier = before === undefined ? sql`true` : sql`at < ${new Date(before).toISOString()}::timestamptz`
  const rows = await context.db.execute<Row>(sql`
    select * from (
      select key, (extract(epoch from at) * 1000)::float8 as at, direction, action, message_id, payload, error
      from station_message where station_id = ${id} and ${earlier}
      order by at desc fetch first ${limit} rows with ties) page
    order by at desc, key desc`)
  const last = rows.at(-1)
  return {
    messages: rows.map(({ at, direction, action, message_id: messageId, payload, error }) => ({
      ...{ at: toTimestamp(at), direction, action, id: messageId, payload },
      ...(error !== null && { error }),
    })),
    ...(last && rows.length >= limit && { before: toTimestamp(last.at) }),
  }
}
