type Waiting<In, Out> = { one: In; resolve: (out: Out) => void; reject: (error: unknown) => void }

/** At most so many things in one transaction, and so many transactions side by side (absent: 1). */
export type BatchLimits = { mostAtOnce: number; sideBySide?: number }

/**
 * Stores things, many in one transaction: while one is under way, the next gathers. What was handed over is stored when
 * its promise holds. What belongs together, by a name, goes in the order in which it came, and a transaction holds only
 * that: where it takes long, what has another name goes on beside it.
 */
export class Batches<In, Out> {
  private readonly waiting = new Map<string, Waiting<In, Out>[]>()
  private readonly storing = new Set<string>()

  /** @param store stores all of these or, where it throws, none; gives what came of each, in order */
  constructor(
    private readonly store: (batch: readonly In[]) => Promise<readonly Out[]>,
    private readonly limits: BatchLimits,
  ) {}

  /** @param name of what it belongs to; absent: all that has none belongs together */
  add(one: In, name = ''): Promise<Out> {
    return new Promise((resolve, reject) => {
      const together = this.waiting.get(name) ?? []
      together.push({ one, resolve, reject })
      this.waiting.set(name, together)
      this.begin()
    })
  }

  /** Begins as many batches as there may be, first of what has waited for longest. */
  private begin(): void {
    const { mostAtOnce, sideBySide = 1 } = this.limits
    for (const [name, together] of this.waiting) {
      if (this.storing.size >= sideBySide) return
      if (this.storing.has(name)) continue
      this.waiting.delete(name)
      const batch = together.splice(0, mostAtOnce)
      // What is left goes behind the others.
      if (together.length > 0) this.waiting.set(name, together)
      this.storing.add(name)
      void this.storeBatch(batch).then(() => {
        this.storing.delete(name)
        this.begin()
      })
    }
  }

  /** Never throws. One that cannot be stored must not take the others along: then each is tried by itself. */
  private async storeBatch(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await this.store(batch.map(({ one }) => one))
      for (const [index, { resolve }] of batch.entries()) resolve(outs[index] as Out)
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const each of batch) await this.storeBatch([each])
    }
  }
}
