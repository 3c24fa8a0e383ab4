import postgres from 'postgres'
import { forgetPerProcess, perProcess } from '@/lib/per-process'

const AGAIN_AFTER_MS = 1_000
/** A connection may be dead without a word, behind a firewall for one; a question finds out. */
const CHECK_EVERY_MS = 15_000

export type Listening = { close: () => Promise<void> }

/** What a listener is told. `onListen`: it listens (again), and what was said before is lost: look at the rows now. */
export type Ear = {
  onNotice: (channel: string, payload: string) => void
  onListen: () => void
  /** Nothing is heard until the next `onListen`. */
  onLost?: () => void
}

/**
 * Listens to channels of PostgreSQL's NOTIFY, for good: a lost connection is made again. All that a process listens to
 * on one database shares one connection, apart from all others.
 */
export function listen(url: string, channels: readonly string[], ear: Ear): Listening {
  const name = `listening:${url}`
  const shared = perProcess(name, () => new SharedListening(url))
  const subscription = { channels, ear }
  shared.add(subscription)
  return {
    close: async () => {
      if (shared.remove(subscription) > 0) return
      forgetPerProcess(name)
      await shared.close()
    },
  }
}

type Subscription = { channels: readonly string[]; ear: Ear }

class SharedListening {
  private readonly subscriptions = new Set<Subscription>()
  /** Those that hear on the current connection. */
  private hearing = new Set<Subscription>()
  private current: postgres.Sql | undefined
  private checks: NodeJS.Timeout | undefined
  private closed = false

  constructor(private readonly url: string) {}

  add(subscription: Subscription): void {
    this.subscriptions.add(subscription)
    if (!this.current && this.subscriptions.size === 1) this.begin()
    else if (this.current) void this.attend(this.current)
  }

  /** @returns how many are left */
  remove(subscription: Subscription): number {
    this.subscriptions.delete(subscription)
    this.hearing.delete(subscription)
    return this.subscriptions.size
  }

  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.checks)
    await this.current?.end({ timeout: 1 }).catch(() => {})
  }

  private begin(): void {
    const sql = postgres(this.url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      fetch_types: false,
      onnotice: () => {},
      onclose: () => this.again(sql),
      connection: { application_name: 'readyline-listen' },
      // Not in the driver's types: what its own `listen` is made of.
      ...({ onnotify: (channel: string, payload: string) => this.tell(channel, payload) } as object),
    })
    this.current = sql
    this.checks = setInterval(() => void sql`select 1`.catch(() => this.again(sql)), CHECK_EVERY_MS)
    this.checks.unref()
    void this.attend(sql)
  }

  /** Listens for those that do not hear yet, those too that come meanwhile. */
  private async attend(sql: postgres.Sql): Promise<void> {
    try {
      for (const subscription of this.subscriptions) {
        if (this.hearing.has(subscription)) continue
        for (const channel of subscription.channels) await sql`listen ${sql(channel)}`
        if (this.closed || this.current !== sql) return
        if (!this.subscriptions.has(subscription) || this.hearing.has(subscription)) continue
        this.hearing.add(subscription)
        subscription.ear.onListen()
      }
    } catch {
      this.again(sql)
    }
  }

  private tell(channel: string, payload: string): void {
    if (this.closed) return
    for (const { channels, ear } of [...this.subscriptions])
      if (channels.includes(channel)) ear.onNotice(channel, payload)
  }

  private again(lost: postgres.Sql): void {
    if (this.closed || this.current !== lost) return
    this.current = undefined
    clearInterval(this.checks)
    const lostIt = [...this.hearing]
    this.hearing = new Set()
    for (const { ear } of lostIt) ear.onLost?.()
    void lost.end({ timeout: 0 }).catch(() => {})
    setTimeout(() => !this.closed && this.begin(), AGAIN_AFTER_MS).unref()
  }
}
