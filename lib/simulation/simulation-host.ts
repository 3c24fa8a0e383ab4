import { randomUUID } from 'node:crypto'
import type { Database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { playSimulation } from '@/lib/simulation/play-simulation'
import { claimSimulations, type PlayableSimulation, releaseSimulations } from '@/lib/simulation/simulation-lease'

/** How soon a simulation that was started or stopped is seen. */
const LOOK_EVERY_MS = 3_000
/** After a fault it is begun again, but not at once. */
const AGAIN_AFTER_MS = 60_000

/** Where a server that listens on this host and port is reached from its own process. */
export function ownUrl(host: string, port: number): string {
  const own = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return `http://${own.includes(':') ? `[${own}]` : own}:${port}`
}

type Playing = { end: AbortController }

/**
 * Plays the simulations of this database's depots in this process, each in one process at a time. A fault in one ends
 * it, is logged, and ends nothing else.
 */
export class SimulationHost {
  private readonly instanceId = randomUUID()
  private readonly playing = new Map<string, Playing>()
  private readonly timer: NodeJS.Timeout
  private isLooking = false
  private isClosed = false

  /** @param url where this process's gateway is reached from itself */
  constructor(
    private readonly db: () => Database,
    private readonly url: string,
  ) {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS)
    void this.look()
  }

  /** Ends what is played here, and leaves it to another process or the next start. */
  async close(): Promise<void> {
    this.isClosed = true
    clearInterval(this.timer)
    if (this.playing.size === 0) return
    for (const { end } of this.playing.values()) end.abort()
    await releaseSimulations(this.db(), this.instanceId).catch(() => {})
  }

  private async look(): Promise<void> {
    if (this.isLooking || this.isClosed) return
    this.isLooking = true
    try {
      const claimed = await claimSimulations(this.db(), this.instanceId, Date.now())
      for (const [locationUid, { end }] of this.playing)
        if (!claimed.some((each) => each.locationUid === locationUid)) end.abort()
      if (this.isClosed) return
      for (const each of claimed) if (!this.playing.has(each.locationUid)) this.play(each)
    } catch (err) {
      log.debug({ err }, 'simulations are looked for again')
    } finally {
      this.isLooking = false
    }
  }

  private play(which: PlayableSimulation): void {
    const { locationUid } = which
    const end = new AbortController()
    this.playing.set(locationUid, { end })
    log.info({ location: locationUid }, 'the simulation of a depot begins')
    void playSimulation(this.db(), which, { url: this.url, signal: end.signal })
      .catch(async (err) => {
        log.warn({ err, location: locationUid }, 'the simulation of a depot has a fault and is begun again in a while')
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS).unref())
      })
      .finally(() => this.playing.delete(locationUid))
  }
}
