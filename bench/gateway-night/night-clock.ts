import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Sql } from 'postgres'
import { bundle } from '@/scripts/bundle.mjs'

/** Nothing in the product takes longer; who waits for it in vain says so. */
const LONGEST_MS = 120_000
const LOOK_EVERY_MS = 1
const LOOKS = 2
/** A station that waits for an answer may wait for a timer of the product: then the clock has to go on. */
const QUIET_LOOKS = 5

/**
 * The one clock of a night: of the product's processes, of its database's statements and of the bench. It stands still
 * while anything is under way, so that a busy machine makes a night longer and not worse.
 */
export class NightClock {
  private readonly processes = new Set<Socket>()
  private readonly server: Server = createServer({ noDelay: true }, (socket) => this.join(socket))
  private moved = new Map<Socket, () => void>()
  /** How often something went on for so long that the clock was moved all the same. */
  notQuiet = 0
  private isEnding = false
  lost = 0

  private constructor(
    private readonly sql: Sql,
    public now: number,
  ) {}

  static async begin(sql: Sql, from: number): Promise<NightClock> {
    const clock = new NightClock(sql, from)
    clock.server.listen(0, '127.0.0.1')
    await once(clock.server, 'listening')
    await moveDatabase(sql, from)
    return clock
  }

  /** What a process of the product is started with. */
  async environment(): Promise<Record<string, string>> {
    const file = await bundle('moved-clock', 'bench/gateway-night')
    return {
      NODE_OPTIONS: `--import=${pathToFileURL(file).href}`,
      MOVED_CLOCK_PORT: String((this.server.address() as AddressInfo).port),
      MOVED_CLOCK_FROM: String(this.now),
    }
  }

  /** Goes on as real time does until something is so: the product starts. */
  async runUntil<T>(work: Promise<T>): Promise<T> {
    let isOver = false
    const over = () => {
      isOver = true
    }
    work.then(over, over)
    for (let began = performance.now(); !isOver; ) {
      await sleep(20)
      const passed = performance.now() - began
      began += passed
      await this.move(Math.round(passed))
    }
    return work
  }

  /** Moves on, and waits until nothing is under way any more but what waits for the clock itself. */
  async step(ms: number, isBusy: () => boolean): Promise<void> {
    await this.move(ms)
    const giveUpAt = performance.now() + LONGEST_MS
    for (let quiet = 0; quiet < (isBusy() ? QUIET_LOOKS : LOOKS); ) {
      quiet = (await this.isAtWork()) ? 0 : quiet + 1
      if (performance.now() > giveUpAt) {
        this.notQuiet += 1
        return
      }
      await sleep(LOOK_EVERY_MS)
    }
  }

  end(): void {
    this.isEnding = true
    for (const socket of this.processes) socket.destroy()
    this.server.close()
  }

  private async move(ms: number): Promise<void> {
    this.now += ms
    await this.sql`update moved_clock.clock set at = to_timestamp(${this.now / 1000}::float8)`
    await Promise.all(
      [...this.processes].map(
        (socket) =>
          new Promise<void>((resolve) => {
            this.moved.set(socket, resolve)
            socket.write(`${this.now}\n`)
          }),
      ),
    )
  }

  private async isAtWork(): Promise<boolean> {
    const [row] = await this.sql<{ count: number }[]>`
      select (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
          and backend_type = 'client backend' and state <> 'idle')::int
        + (select count(*) from plan_lease where until > (select at from moved_clock.clock))::int as count`
    return (row?.count ?? 0) > 0
  }

  private join(socket: Socket): void {
    this.processes.add(socket)
    socket.setEncoding('utf8')
    let rest = ''
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      if (lines.at(-1) === String(this.now)) this.moved.get(socket)?.()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      this.processes.delete(socket)
      this.moved.get(socket)?.()
      if (!this.isEnding) this.lost += 1
    })
  }
}

/** The functions that say the time in this database read it from a row: sessions that begin from now on find them first. */
async function moveDatabase(sql: Sql, from: number): Promise<void> {
  const [{ name } = { name: '' }] = await sql<{ name: string }[]>`select current_database() as name`
  await sql.unsafe(`
    create schema moved_clock;
    create unlogged table moved_clock.clock (at timestamptz not null);
    insert into moved_clock.clock values (to_timestamp(${from / 1000}));
    create function moved_clock.clock_timestamp() returns timestamptz language sql volatile
      as 'select at from moved_clock.clock';
    create function moved_clock.now() returns timestamptz language sql stable as 'select at from moved_clock.clock';
    alter database "${name}" set search_path = moved_clock, public, pg_catalog;`)
  const columns = await sql<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_default = 'now()'`
  for (const { table, column } of columns)
    await sql.unsafe(`alter table public."${table}" alter column "${column}" set default moved_clock.now()`)
}
