import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchStation, Heard } from '@/bench/stations/depots'
import { until } from '@/bench/stations/measure'

const TICK_MS = 1_000

/** The stations of a bench: they connect, measure and are counted. */
export class Fleet {
  private timers: NodeJS.Timeout[] = []

  constructor(
    readonly stations: readonly BenchStation[],
    readonly heard: Heard,
  ) {}

  /** Connects all within a time, and has them measure, spread evenly. */
  async begin(overMs: number): Promise<void> {
    const each = overMs / this.stations.length
    for (const station of this.stations) {
      station.client.connect()
      station.tick(Date.now())
      this.timers.push(setInterval(() => station.tick(Date.now()), TICK_MS))
      await sleep(each)
    }
    await this.served(0, 120_000)
  }

  /** All connections are lost at once, and are made again at once. */
  reconnect(): void {
    for (const { client } of this.stations) {
      client.disconnect()
      client.connect()
    }
  }

  /** Until every station (of these) was served after a moment. @returns seconds it took */
  served(after: number, withinMs: number, isOne: (id: string) => boolean = () => true): Promise<number> {
    const { servedAt } = this.heard
    const isServed = ({ settings: { id } }: BenchStation) => !isOne(id) || (servedAt.get(id) ?? 0) > after
    return until('every station is served', () => this.stations.every(isServed), withinMs)
  }

  /** What flows at a depot beside its limit, at most, until something has ended. */
  async mostOfLimit(limits: ReadonlyMap<string, number>, work: Promise<unknown>): Promise<number> {
    let most = 0
    let isOver = false
    const over = () => {
      isOver = true
    }
    work.then(over, over)
    while (!isOver) {
      for (const [uid, limitKw] of limits) {
        const kw = this.stations.reduce((sum, { locationUid, powerKw }) => sum + (locationUid === uid ? powerKw : 0), 0)
        most = Math.max(most, kw / limitKw)
      }
      await sleep(250)
    }
    return most
  }

  end(): void {
    for (const timer of this.timers) clearInterval(timer)
    for (const { client } of this.stations) client.disconnect()
  }
}
