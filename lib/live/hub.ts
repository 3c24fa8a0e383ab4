import type { Ear, Listening } from '@/lib/db/listen'
import { changedKinds, type Kind, type Markers } from '@/lib/live/changes'
import { log } from '@/lib/log'

/** At most so often the rows are looked at; and so often, where no notices come. */
const LOOK_EVERY_MS = 400
/** Notices may be lost. */
const LOOK_ANYWAY_MS = 5_000
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

export type ChangeSource = {
  /** Where these locations are. */
  read: (locationUids: readonly string[]) => Promise<ReadonlyMap<string, Markers>>
  /** Listens to notices of changes. */
  listen: (ear: Ear) => Listening
  /** Sends a notice: who hears it hears others, too. */
  announce: () => Promise<void>
}

/**
 * What changes at locations, for the streams that listen, whichever process has changed it. A notice only wakes: the
 * rows say what is new, in one question for all streams. While no notices are heard (the connection for them is lost,
 * or a pooler swallows them) the rows are looked at without.
 */
export class ChangeHub {
  private readonly listeners = new Set<Listener>()
  private readonly known = new Map<string, Markers>()
  private timer: NodeJS.Timeout | undefined
  private notices: Listening | undefined
  private revision = 0
  private lookedAt = 0
  private isDue = false
  private isHearing = false
  private isLooking = false
  private hasFailed = false

  constructor(private readonly source: ChangeSource) {}

  /** @returns how to stop listening; null: too many listen already */
  listen(locationUid: string, tell: Tell, end: () => void): (() => void) | null {
    if (this.listeners.size >= MOST_LISTENERS) return null
    const listener: Listener = { locationUid, tell, end, told: new Map(), due: new Set(), hasBegun: false }
    this.listeners.add(listener)
    this.timer ??= setInterval(() => this.tick(), LOOK_EVERY_MS)
    this.notices ??= this.source.listen(this.ear)
    this.isDue = true
    void this.look()
    return () => this.forget(listener)
  }

  /** Ends all streams: their readers come back to a process that stays. */
  close(): void {
    for (const { end } of [...this.listeners]) end()
  }

  private readonly ear: Ear = {
    onNotice: () => {
      this.isHearing = true
      this.wake()
    },
    onListen: () => {
      this.source.announce().catch((err) => log.warn({ err }, 'streams look at the rows until a notice is heard'))
      this.wake()
    },
    onLost: () => {
      this.isHearing = false
    },
  }

  private forget(listener: Listener): void {
    this.listeners.delete(listener)
    if (![...this.listeners].some(({ locationUid }) => locationUid === listener.locationUid))
      this.known.delete(listener.locationUid)
    if (this.listeners.size > 0) return
    clearInterval(this.timer)
    this.timer = undefined
    void this.notices?.close()
    this.notices = undefined
    this.isHearing = false
  }

  private wake(): void {
    this.isDue = true
    if (Date.now() - this.lookedAt >= LOOK_EVERY_MS) void this.look()
  }

  private tick(): void {
    if (this.isDue || !this.isHearing || Date.now() - this.lookedAt >= LOOK_ANYWAY_MS) void this.look()
    else this.tellDue()
  }

  private async look(): Promise<void> {
    if (this.isLooking) return
    this.isLooking = true
    this.lookedAt = Date.now()
    const isAnyway = !this.isDue
    this.isDue = false
    try {
      const uids = new Set([...this.listeners].map(({ locationUid }) => locationUid))
      const found = await this.source.read([...uids])
      if (this.hasFailed) for (const listener of this.listeners) listener.hasBegun = false
      this.hasFailed = false
      const changed = [...found].filter(([uid, markers]) => this.compare(uid, markers))
      // Nobody has told of it: notices do not come through.
      if (isAnyway && changed.length > 0) this.isHearing = false
      this.tellDue()
    } catch (error) {
      if (!this.hasFailed) log.warn({ err: error }, 'the streams cannot be told of changes just now')
      this.hasFailed = true
      this.isDue = true
    } finally {
      this.isLooking = false
    }
  }

  /** @returns whether something has changed since the last look */
  private compare(uid: string, markers: Markers): boolean {
    const before = this.known.get(uid)
    this.known.set(uid, markers)
    const kinds = before ? changedKinds(before, markers) : []
    for (const listener of this.listeners) {
      if (listener.locationUid !== uid) continue
      if (listener.hasBegun) for (const kind of kinds) listener.due.add(kind)
      else listener.tell('resync', this.nextRevision())
      listener.hasBegun = true
    }
    return kinds.length > 0
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
