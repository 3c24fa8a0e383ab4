import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { clean } from '@/lib/ocpp/read/clean'
import type { LoggedMessage } from '@/lib/ocpp/socket/station-socket'

const FLUSH_AFTER_MS = 200
const MOST_AT_ONCE = 500
/** While the database is away the newest are kept. */
const MOST_WAITING = 20_000
const DEEPEST = 32
const KEPT = sql.raw(`interval '7 days'`)
const REMOVED_AT_ONCE = 20_000

type Entry = Omit<LoggedMessage, 'id'> & { stationId: string; at: number; messageId: string }

/** The raw log of messages, written a little later than they come, many at once, so that it holds up none of them. */
export class MessageLog {
  private waiting: Entry[] = []
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> | undefined

  constructor(
    private readonly db: Database,
    private readonly onError: (error: unknown) => void,
  ) {}

  add(stationId: string, { id, action, ...message }: LoggedMessage, at: number): void {
    const entry = { stationId, at, ...message, action: action.slice(0, 100), messageId: id.slice(0, 255) }
    this.waiting.push(entry)
    if (this.waiting.length > MOST_WAITING) this.waiting.splice(0, this.waiting.length - MOST_WAITING)
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS)
  }

  /** Writes what waits; what cannot be written now is tried again with what comes next. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    await this.writing
    if (this.waiting.length === 0) return
    this.writing = this.write(this.waiting.splice(0, MOST_AT_ONCE))
    await this.writing
    this.writing = undefined
    if (this.waiting.length > 0) this.timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS)
  }

  private async write(entries: Entry[]): Promise<void> {
    const rows = entries.map(({ payload, ...entry }) => clean({ ...entry, payload }, DEEPEST))
    try {
      await this.db.execute(sql`
        insert into station_message (station_id, at, direction, action, message_id, payload, error)
        select "stationId", to_timestamp(at / 1000.0), direction, action, "messageId", payload, error
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as m ("stationId" text, at float8,
          direction text, action text, "messageId" text, payload jsonb, error text)`)
    } catch (error) {
      this.waiting.unshift(...entries)
      this.onError(error)
    }
  }
}

/** Removes messages and commands that are past their time. @returns how many went; call again while there are any */
export async function removeOldMessages(db: Database, now: number): Promise<number> {
  const before = sql`${new Date(now).toISOString()}::timestamptz - ${KEPT}`
  const messages = await db.execute(sql`
    delete from station_message where key in (
      select key from station_message where at < ${before} order by at limit ${REMOVED_AT_ONCE} for update skip locked)`)
  const commands = await db.execute(sql`
    delete from station_command where updated_at < ${before} and status not in ('waiting', 'sent')`)
  return messages.count + commands.count
}
