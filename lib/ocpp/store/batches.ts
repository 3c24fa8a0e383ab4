import { isDatabaseAway, isDatabaseBusy, isDiskFull } from '@/lib/db/database-away'
import { Refusal, refusalOf } from '@/lib/errors'

type Waiting<In, Out> = {
  one: In
  isWanted: () => boolean
  resolve: (out: Out) => void
  reject: (error: unknown) => void
}

/** At most so many things in a batch, so many batches side by side (absent: 1), and so many things that wait (absent: no limit). */
export type BatchLimits = { mostAtOnce: number; sideBySide?: number; mostWaiting?: number }

/**
 * Stores things in batches: while one is under way, the next gathers. What was handed over is stored when its promise
 * resolves. What belongs together, by a name, goes in the order in which it came, and a batch holds only that. Where one takes long, what has another name goes on beside it, as long as fewer are slow than may be side by side.
 */
export class Batches<In, Out> {
  private readonly waiting = new Map<string, Waiting<In, Out>[]>()
  private readonly storing = new Set<string>()
  private count = 0

  /** @param store stores all of these or, where it throws, none; gives what came of each, in order */
  constructor(
    private readonly store: (batch: readonly In[]) => Promise<readonly Out[]>,
    private readonly limits: BatchLimits,
  ) {}

  /**
   * @param name of what it belongs to; absent: all that has none belongs together
   * @param isWanted whether anybody still waits for it: what nobody does leaves its place to others, unstored
   * @throws Refusal `unavailable` where too much waits, or nobody for it; what storing it throws
   */
  add(one: In, name = '', isWanted = () => true): Promise<Out> {
    const { mostWaiting = Number.POSITIVE_INFINITY } = this.limits
    return new Promise((resolve, reject) => {
      if (this.count >= mostWaiting) this.dropUnwanted()
      if (this.count >= mostWaiting) return reject(tooMuch())
      this.count += 1
      const together = this.waiting.get(name) ?? []
      together.push({ one, isWanted, resolve, reject })
      this.waiting.set(name, together)
      this.begin()
    })
  }

  /** Begins as many batches as there may be, first of the names that have waited for longest. */
  private begin(): void {
    const { mostAtOnce, sideBySide = 1 } = this.limits
    if (this.storing.size < sideBySide) this.dropUnwanted()
    for (const [name, together] of this.waiting) {
      if (this.storing.size >= sideBySide) return
      if (this.storing.has(name)) continue
      this.waiting.delete(name)
      const batch = together.splice(0, mostAtOnce)
      this.count -= batch.length
      // What is left goes behind the others.
      if (together.length > 0) this.waiting.set(name, together)
      this.storing.add(name)
      void this.storeBatch(batch).then(() => {
        this.storing.delete(name)
        this.begin()
      })
    }
  }

  private dropUnwanted(): void {
    for (const [name, together] of this.waiting) {
      const wanted = together.filter(({ isWanted }) => isWanted())
      if (wanted.length === together.length) continue
      this.count -= together.length - wanted.length
      for (const each of together) if (!wanted.includes(each)) each.reject(unwanted())
      if (wanted.length > 0) this.waiting.set(name, wanted)
      else this.waiting.delete(name)
    }
  }

  /**
   * Never throws. One that cannot be stored must not take the others along: then each is tried by itself, unless it lies
   * at the database, which would keep each of them waiting as long.
   */
  private async storeBatch(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await this.store(batch.map(({ one }) => one))
      for (const [index, { resolve }] of batch.entries()) resolve(outs[index] as Out)
    } catch (error) {
      if (batch.length === 1 || isOfDatabase(error)) for (const { reject } of batch) reject(error)
      else for (const each of batch) await this.storeBatch([each])
    }
  }
}

/** Whether nothing could be stored at this moment, whatever it was. */
function isOfDatabase(error: unknown): boolean {
  const isRefused = refusalOf(error)?.code === 'unavailable'
  return isRefused || isDatabaseAway(error) || isDatabaseBusy(error) || isDiskFull(error)
}

function tooMuch(): Refusal {
  return new Refusal('unavailable', 'Too many wait for the database just now. Try again shortly.')
}

function unwanted(): Refusal {
  return new Refusal('unavailable', 'Nobody waits for this any more.')
}
