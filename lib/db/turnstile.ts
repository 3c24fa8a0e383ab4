import { Refusal } from '@/lib/errors'

/**
 * Lets so many in at once. The driver's own queue has no end and sends statements behind slower ones; here whoever waits
 * too long is told so.
 */
export class Turnstile {
  private inside = 0
  private readonly waiting: { enter: () => void; refuse: (reason: Error) => void }[] = []

  constructor(
    private readonly places: number,
    private readonly longestWaitMs: number,
  ) {}

  /**
   * Waits for a place.
   * @returns gives the place back; call it once
   * @throws Refusal `unavailable` when none was free in time
   */
  async enter(): Promise<() => void> {
    if (this.inside < this.places) this.inside += 1
    else await this.wait()
    return () => this.leave()
  }

  /** Refuses all who wait: what they wait for is not to be had. */
  refuseWaiting(reason: Error): void {
    for (const { refuse } of this.waiting.splice(0)) refuse(reason)
  }

  private wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter = {
        enter: () => {
          clearTimeout(timer)
          resolve()
        },
        refuse: (reason: Error) => {
          clearTimeout(timer)
          reject(reason)
        },
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1)
        reject(noneFree())
      }, this.longestWaitMs)
      this.waiting.push(waiter)
    })
  }

  /** The place goes straight to who waits longest, so that nobody who comes now is quicker. */
  private leave(): void {
    const next = this.waiting.shift()
    if (next) next.enter()
    else this.inside -= 1
  }
}

function noneFree(): Refusal {
  return new Refusal('unavailable', 'All connections to the database are in use. Try again shortly.', {
    headers: { 'Retry-After': '1' },
  })
}
