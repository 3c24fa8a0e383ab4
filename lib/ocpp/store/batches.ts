type Waiting<In, Out> = { one: In; resolve: (out: Out) => void; reject: (error: unknown) => void }

/**
 * Stores things, many in one transaction: while one is under way, the next gathers. What was handed over is stored when
 * its promise holds. Things go in the order in which they came.
 */
export class Batches<In, Out> {
  private waiting: Waiting<In, Out>[] = []
  private storing = false

  /** @param store stores all of these or, where it throws, none; gives what came of each, in order */
  constructor(
    private readonly store: (batch: readonly In[]) => Promise<readonly Out[]>,
    private readonly mostAtOnce: number,
  ) {}

  add(one: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ one, resolve, reject })
      if (!this.storing) void this.storeAll()
    })
  }

  private async storeAll(): Promise<void> {
    this.storing = true
    while (this.waiting.length > 0) await this.storeBatch(this.waiting.splice(0, this.mostAtOnce))
    this.storing = false
  }

  /** One that cannot be stored must not take the others along: then each is tried by itself. */
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
