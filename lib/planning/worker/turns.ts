import { availableParallelism } from 'node:os'

/** A run that is expected to take longer than this is a long one: it may not take the last turn. */
export const LONG_MS = 5_000

/** A run lets those go first that come in this many times its own expected duration after it, up to the longest. */
const YIELDS_TIMES = 10
const YIELDS_AT_MOST_MS = 60_000

/** What waits for a turn: since when (any clock in ms), and how long its run is expected to take. */
export type Waiting = { since: number; expectedMs: number }

/**
 * What waits, in the order in which it is to go: short before long, and whatever has waited for long before what came
 * after it. Nothing waits for ever: what comes over a minute later never goes first.
 */
export function byUrgency(a: Waiting, b: Waiting): number {
  return a.since + yieldsMs(a.expectedMs) - (b.since + yieldsMs(b.expectedMs))
}

/** How much later something else may come and still go first (ms). */
export function yieldsMs(expectedMs: number): number {
  return Math.min(expectedMs * YIELDS_TIMES, YIELDS_AT_MOST_MS)
}

type Entry = Waiting & { start: () => void }

/**
 * Lets a number of runs take place at once, and all but one of them be long: however many long ones there are, a short
 * one gets its turn when the next short one ends.
 */
export class Turns {
  private readonly taken = { long: 0, all: 0 }
  private readonly waiting: Entry[] = []

  /** @param atOnce two or more */
  constructor(readonly atOnce: number) {}

  /** Whether any turn is free. */
  get isOpen(): boolean {
    return this.taken.all < this.atOnce
  }

  /** Takes a turn if one is free. @returns what gives it back, or null */
  tryTake(expectedMs: number): (() => void) | null {
    if (!this.isFree(expectedMs)) return null
    return this.begin(expectedMs)
  }

  /**
   * Waits for a turn.
   * @returns what gives it back
   * @throws what `signal` says when it ends the wait
   */
  async take(expectedMs: number, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted()
    if (this.isFree(expectedMs)) return this.begin(expectedMs)
    return new Promise((resolve, reject) => {
      const entry = { since: performance.now(), expectedMs, start: () => resolve(this.begin(expectedMs)) }
      const giveUp = () => {
        const place = this.waiting.indexOf(entry)
        if (place >= 0) this.waiting.splice(place, 1)
        reject(signal?.reason)
      }
      this.waiting.push(entry)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  private isFree(expectedMs: number): boolean {
    if (this.taken.all >= this.atOnce) return false
    return expectedMs <= LONG_MS || this.taken.long < this.atOnce - 1
  }

  private begin(expectedMs: number): () => void {
    const isLong = expectedMs > LONG_MS
    this.count(isLong, 1)
    let isTaken = true
    return () => {
      if (!isTaken) return
      isTaken = false
      this.count(isLong, -1)
      this.startNext()
    }
  }

  private count(isLong: boolean, by: number): void {
    this.taken.all += by
    if (isLong) this.taken.long += by
  }

  private startNext(): void {
    const next = this.waiting.filter(({ expectedMs }) => this.isFree(expectedMs)).sort(byUrgency)[0]
    if (!next) return
    this.waiting.splice(this.waiting.indexOf(next), 1)
    next.start()
  }
}

/** As many threads as the machine has cores, and two at least, for one is always left to what is short. */
export const PLANNER_THREADS = Math.max(2, availableParallelism())

/** The turns of this process: each run has a planner thread to itself. */
export const planningTurns = new Turns(PLANNER_THREADS)
