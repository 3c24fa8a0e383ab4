import type { Database } from '@/lib/db/client'
import { changedKinds, type Kind, type Markers } from '@/lib/live/changes'
import { readMarkers } from '@/lib/live/read-markers'
import { log } from '@/lib/log'

const LOOK_EVERY_MS = 400
/** A kind is told at most this often. */
const ONE_A_MS = 1_000
const MOST_LISTENERS = 500

/** What a listener is told: a kind has changed, or (`resync`) something may have been missed. */
export type Tell = (event: Kind | 'resync', revision: number) => void
type Listener = {
  locationUid: string
  tell: Tell
  end: () => void
  told: Map<Kind, number>
  due: Set<Kind>
  /** It has been told to read everything, at a moment from which on changes are noticed. */
  hasBegun: boolean
}

/**
 * What changes at locations, for the streams that listen, whichever process has changed it. While there is a stream,
 * one question looks at the rows twice a second for all of them; no writer is held up by it.
 */
export class ChangeHub {
  private readonly listeners = new Set<Listener>()
  private readonly known = new Map<string, Markers>()
  private timer: NodeJS.Timeout | undefined
  private revision = 0
  private isLooking = false
  private hasFailed = false

  constructor(private readonly db: () => Database) {}

  /** @returns how to stop listening; null: too many listen already */
  listen(locationUid: string, tell: Tell, end: () => void): (() => void) | null {
    if (this.listeners.size >= MOST_LISTENERS) return null
    const listener: Listener = { locationUid, tell, end, told: new Map(), due: new Set(), hasBegun: false }
    this.listeners.add(listener)
    this.timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS)
    void this.look()
    return () => this.forget(listener)
  }

  /** Ends all streams: their readers come back to a process that stays. */
  close(): void {
    for (const { end } of [...this.listeners]) end()
  }

  private forget(listener: Listener): void {
    this.listeners.delete(listener)
    if (![...this.listeners].some(({ locationUid }) => locationUid === listener.locationUid))
      this.known.delete(listener.locationUid)
    if (this.listeners.size > 0) return
    clearInterval(this.timer)
    this.timer = undefined
  }

  private async look(): Promise<void> {
    if (this.isLooking) return
    this.isLooking = true
    try {
      const uids = new Set([...this.listeners].map(({ locationUid }) => locationUid))
      const found = await readMarkers(this.db(), [...uids])
      if (this.hasFailed) for (const listener of this.listeners) listener.hasBegun = false
      this.hasFailed = false
      for (const [uid, markers] of found) this.compare(uid, markers)
      this.tellDue()
    } catch (error) {
      if (!this.hasFailed) log.warn({ err: error }, 'the streams cannot be told of changes just now')
      this.hasFailed = true
    } finally {
      this.isLooking = false
    }
  }

  private compare(uid: string, markers: Markers): void {
    const before = this.known.get(uid)
    this.known.set(uid, markers)
    const kinds = before ? changedKinds(before, markers) : []
    for (const listener of this.listeners) {
      if (listener.locationUid !== uid) continue
      if (listener.hasBegun) for (const kind of kinds) listener.due.add(kind)
      else listener.tell('resync', this.nextRevision())
      listener.hasBegun = true
    }
  }

  private tellDue(): void {
    const now = Date.now()
    for (const { due, told, tell } of this.listeners)
      for (const kind of [...due]) {
        if (now - (told.get(kind) ?? 0) < ONE_A_MS) continue
        due.delete(kind)
        told.set(kind, now)
        tell(kind, this.nextRevision())
      }
  }

  private nextRevision(): number {
    this.revision = Math.max(this.revision + 1, Date.now())
    return this.revision
  }
}
