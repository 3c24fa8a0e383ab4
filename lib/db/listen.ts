import postgres from 'postgres'

const AGAIN_AFTER_MS = 1_000
/** A connection may be dead without a word, behind a firewall for one; a question finds out. */
const CHECK_EVERY_MS = 15_000

export type Listening = { close: () => Promise<void> }

/**
 * Listens to channels of PostgreSQL's NOTIFY on a connection of its own, for good: a lost connection is made again.
 * Notices that came meanwhile are lost, so `onListen` is called each time that it listens (again): look at the rows then.
 */
export function listen(
  url: string,
  channels: readonly string[],
  { onNotice, onListen }: { onNotice: (channel: string, payload: string) => void; onListen: () => void },
): Listening {
  let current: postgres.Sql | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  async function begin(): Promise<void> {
    const sql = postgres(url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      fetch_types: false,
      onnotice: () => {},
      onclose: () => again(sql),
      connection: { application_name: 'readyline-listen' },
      // Not in the driver's types: what its own `listen` is made of.
      ...({ onnotify: (channel: string, payload: string) => !closed && onNotice(channel, payload) } as object),
    })
    current = sql
    try {
      for (const channel of channels) await sql`listen ${sql(channel)}`
      if (closed || current !== sql) return
      onListen()
      clearInterval(timer)
      timer = setInterval(() => void sql`select 1`.catch(() => again(sql)), CHECK_EVERY_MS)
      timer.unref()
    } catch {
      again(sql)
    }
  }

  function again(lost: postgres.Sql): void {
    if (closed || current !== lost) return
    current = undefined
    clearInterval(timer)
    void lost.end({ timeout: 0 }).catch(() => {})
    setTimeout(() => !closed && void begin(), AGAIN_AFTER_MS).unref()
  }

  void begin()
  return {
    close: async () => {
      closed = true
      clearInterval(timer)
      await current?.end({ timeout: 1 }).catch(() => {})
    },
  }
}
