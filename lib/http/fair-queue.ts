import { Refusal } from '@/lib/errors'

type Waiter = { enter: () => void }

/**
 * Shares a few places among callers: each has so many at once, the rest of theirs wait, and the free place goes to the
 * callers in turn, so that nobody's hundred requests stand before another's one.
 */
export class FairQueue {
  private inside = 0
  private readonly insideOf = new Map<string, number>()
  /** In the order in which it is the callers' turn. */
  private readonly waitingOf = new Map<string, Waiter[]>()

  constructor(private readonly most: { inside: number; insideEach: number; waitingEach: number }) {}

  /**
   * Does `work` when it is the caller's turn.
   * @throws Refusal `tooManyRequests` when too many of the caller's requests wait already
   */
  async run<T>(caller: string, work: () => Promise<T>): Promise<T> {
    await this.enter(caller)
    try {
      return await work()
    } finally {
      this.leave(caller)
    }
  }

  private enter(caller: string): Promise<void> {
    const waiting = this.waitingOf.get(caller) ?? []
    if (waiting.length === 0 && this.hasPlace(caller)) {
      this.admit(caller)
      return Promise.resolve()
    }
    if (waiting.length >= this.most.waitingEach) return Promise.reject(tooMany())
    return new Promise((resolve) => {
      this.waitingOf.set(caller, [...waiting, { enter: resolve }])
    })
  }

  private hasPlace(caller: string): boolean {
    return this.inside < this.most.inside && (this.insideOf.get(caller) ?? 0) < this.most.insideEach
  }

  private admit(caller: string): void {
    this.inside += 1
    this.insideOf.set(caller, (this.insideOf.get(caller) ?? 0) + 1)
  }

  private leave(caller: string): void {
    this.inside -= 1
    const left = (this.insideOf.get(caller) ?? 1) - 1
    if (left > 0) this.insideOf.set(caller, left)
    else this.insideOf.delete(caller)
    this.callNext()
  }

  /** Whose turn it was goes to the end of the line. */
  private callNext(): void {
    for (const [caller, [first, ...others]] of [...this.waitingOf]) {
      if (!first || !this.hasPlace(caller)) continue
      this.waitingOf.delete(caller)
      if (others.length > 0) this.waitingOf.set(caller, others)
      this.admit(caller)
      first.enter()
    }
  }
}

function tooMany(): Refusal {
  return new Refusal(
    'tooManyRequests',
    'Too many of your large reads are waiting already. Send them one after another, and try this one again shortly.',
    { headers: { 'Retry-After': '2' } },
  )
}
