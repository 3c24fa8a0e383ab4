import type { Database } from '@/lib/db/client'
import { Turnstile } from '@/lib/db/turnstile'
import { giveBackRestart } from '@/lib/ocpp/profiles/waking'
import type { StationSession } from '@/lib/ocpp/session'
import { restartSleeping } from '@/lib/ocpp/steering/restart-transaction'
import { sendOrders } from '@/lib/ocpp/steering/send-orders'
import { steerLocation } from '@/lib/ocpp/steering/steer-location'
import type { ControlWriter } from '@/lib/ocpp/store/controls'
import { notifyStations } from '@/lib/stations/notices'

/** At least so long between two decisions about one location, and some times as long as the last one took. */
const LEAST_PAUSE_MS = 100
const PAUSE_TIMES = 4
/** So many depots are decided about at once, so that stations that come find a connection to the database. */
const AT_ONCE = 3
const LONGEST_WAIT_MS = 60_000
/** How long a station that has just booted is asked what it can do before it is told anything. */
const ASKED_FOR_MS = 10_000

type Held = (stationId: string) => StationSession | undefined

/**
 * Follows the plans of the locations whose stations this process holds: whenever something has changed that matters to
 * what may be drawn, it decides anew and sends. Many wakes in a row are one decision.
 */
export class Steering {
  private readonly waiting = new Map<string, 'later' | 'deciding' | 'again'>()
  private readonly sending = new Set<StationSession>()
  private readonly turns = new Turnstile(AT_ONCE, LONGEST_WAIT_MS)
  private closed = false

  constructor(
    private readonly db: Database,
    private readonly controls: Pick<ControlWriter, 'change'>,
    private readonly held: Held,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Something has changed at a location: decide soon what its stations are to be sent. */
  wake(locationUid: string): void {
    if (this.closed) return
    const state = this.waiting.get(locationUid)
    if (state === 'deciding') this.waiting.set(locationUid, 'again')
    if (state !== undefined) return
    this.waiting.set(locationUid, 'later')
    void this.decide(locationUid)
  }

  /** There may be something to send to a station that this process holds. */
  send(stationId: string): void {
    const session = this.held(stationId)
    if (!session || this.closed || this.sending.has(session)) return
    this.sending.add(session)
    this.sendAll(session)
      .catch(this.onError)
      .finally(() => this.sending.delete(session))
  }

  close(): void {
    this.closed = true
  }

  private async sendAll(session: StationSession): Promise<void> {
    if (session.asked) await Promise.race([session.asked, pause(ASKED_FOR_MS)])
    const { sent, restart } = await sendOrders(this.controls, session)
    if (sent > 0) this.wake(session.station.locationUid)
    // Nobody waits for them: a transaction that begins needs its profile.
    this.restart(session, restart).catch(this.onError)
  }

  /** Begins the transactions of these evses anew; where the station has gone meanwhile, whoever holds it next does so. */
  private async restart(session: StationSession, evses: readonly string[]): Promise<void> {
    const { station } = session
    for (const key of evses) {
      if (this.held(station.id) === session) await restartSleeping(this.db, session, key)
      else await this.controls.change(station, (control) => giveBackRestart(control, key))
    }
  }

  private async decide(locationUid: string): Promise<void> {
    for (let again = true; again && !this.closed; ) {
      const tookMs = await this.decideInTurn(locationUid).catch((error) => {
        this.onError(error)
        return 0
      })
      await pause(Math.max(LEAST_PAUSE_MS, PAUSE_TIMES * tookMs))
      again = this.waiting.get(locationUid) === 'again'
    }
    this.waiting.delete(locationUid)
  }

  /** @returns how long it took when it was its turn */
  private async decideInTurn(locationUid: string): Promise<number> {
    const leave = await this.turns.enter()
    // What came while it waited is read now.
    this.waiting.set(locationUid, 'deciding')
    const began = performance.now()
    try {
      const isHeld = (stationId: string) => this.held(stationId) !== undefined
      const send = await steerLocation(this.db, locationUid, Date.now())
      for (const stationId of send.filter(isHeld)) this.send(stationId)
      const elsewhere = send.filter((stationId) => !isHeld(stationId))
      await notifyStations(this.db, 'order', elsewhere)
    } finally {
      leave()
    }
    return performance.now() - began
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
