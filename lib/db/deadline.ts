import { AsyncLocalStorage } from 'node:async_hooks'
import { Refusal } from '@/lib/errors'

/** What the driver gives for a statement under way. */
type Running = { cancel: () => unknown }

/** The request whose work runs now. */
const current = new AsyncLocalStorage<Deadline>()

/** So long a request that is over waits until what it had open is rolled back. */
const ROLLBACK_MS = 2_000
/** A commit that has been sent is waited for: nobody may be told that nothing was stored when it was. */
const COMMIT_MS = 10_000
const CANCEL_MS = 1_000

/**
 * The time that one request has. When it is over, nothing of it is sent to the database any more, and what runs there is
 * cancelled; a transaction of it that has not been committed by then never will be.
 */
export class Deadline {
  private isOver = false
  private readonly over = new AbortController()
  /** Says when the time is over, for work that is no statement. */
  readonly signal = this.over.signal
  private hasStored = false
  private readonly statements = new Set<Running>()
  private readonly cancels = new Set<Promise<unknown>>()
  private transactions = 0
  private commits = 0
  private changed: () => void = () => {}

  /**
   * @param starts this begins a statement or a transaction of its own: what follows a commit of the same request is let
   *   through, so that the answer tells what happened, but nothing new that writes is begun
   * @throws Refusal `unavailable` when the time is over
   */
  check(starts: { writes: boolean }): void {
    if (this.isOver && (starts.writes || !this.hasStored)) throw timeIsOver()
  }

  /** A statement that is cancelled when the time is over. `stores`: it commits by itself. */
  async watch<T>(statement: Running, stores: boolean, ask: () => PromiseLike<T>): Promise<T> {
    this.statements.add(statement)
    if (stores) this.commits += 1
    try {
      const answer = await ask()
      if (stores) this.hasStored = true
      return answer
    } catch (error) {
      if (stores && isLost(error)) throw unknownOutcome(error)
      throw this.isOver && isCancelled(error) ? timeIsOver() : error
    } finally {
      this.statements.delete(statement)
      if (stores) this.commits -= 1
      // A cancellation that is still on its way must not meet the next statement of that connection.
      await Promise.all(this.cancels)
      this.changed()
    }
  }

  /** A transaction, which `commits` calls into right before it is committed. */
  async watchTransaction<T>(run: (commits: (stores: boolean) => void) => Promise<T>): Promise<T> {
    let isCommitting = false
    let stores = false
    this.transactions += 1
    try {
      const result = await run((writes) => {
        if (writes) this.check({ writes })
        isCommitting = writes
        stores = writes
        if (writes) this.commits += 1
      })
      if (stores) this.hasStored = true
      return result
    } catch (error) {
      throw isCommitting && isLost(error) ? unknownOutcome(error) : error
    } finally {
      this.transactions -= 1
      if (isCommitting) this.commits -= 1
      this.changed()
    }
  }

  /**
   * Ends the request's time.
   * @returns `undone`: nothing of it is stored; `stored`: something is; `unknown`: a commit has not been answered
   */
  async end(): Promise<'undone' | 'stored' | 'unknown'> {
    this.isOver = true
    this.over.abort(timeIsOver())
    for (const statement of this.statements) this.cancel(statement)
    await this.until(() => this.transactions === 0 && this.statements.size === 0, ROLLBACK_MS)
    await this.until(() => this.commits === 0, COMMIT_MS)
    return this.commits > 0 ? 'unknown' : this.hasStored ? 'stored' : 'undone'
  }

  private cancel(statement: Running): void {
    const sent = Promise.race([
      Promise.resolve(statement.cancel()).catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, CANCEL_MS).unref()),
    ])
    this.cancels.add(sent)
    void sent.then(() => this.cancels.delete(sent))
  }

  private until(holds: () => boolean, withinMs: number): Promise<void> {
    if (holds()) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs)
      this.changed = () => {
        if (!holds()) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** The deadline of the request that this code runs for; undefined where there is none. */
export function currentDeadline(): Deadline | undefined {
  return current.getStore()
}

/**
 * Does the work of a request within its time.
 * @param longestMs null: it may take as long as it takes
 * @throws Refusal `unavailable` when the time is over and nothing of it is stored; where something was stored in the
 *   last moment, the answer is the work's own
 */
export function withDeadline<T>(longestMs: number | null, work: () => Promise<T>): Promise<T> {
  if (longestMs === null) return work()
  const deadline = new Deadline()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(async () => {
      const outcome = await deadline.end()
      if (outcome === 'undone') reject(timeIsOver())
      else if (outcome === 'unknown') reject(unknownOutcome())
    }, longestMs)
    current
      .run(deadline, work)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject)
  })
}

/** Does what belongs to no request, such as giving back what it has taken: it is done whatever the time. */
export function outsideDeadline<T>(work: () => PromiseLike<T>): Promise<T> {
  return current.exit(async () => await work())
}

function timeIsOver(): Refusal {
  return new Refusal('unavailable', 'This took too long and was given up; nothing of it was stored. Try again later.', {
    headers: { 'Retry-After': '5' },
  })
}

/** A defect of the way to the database, not of ours: all the same a 500, for a 503 would say that nothing was stored. */
function unknownOutcome(cause?: unknown): Error {
  const words = cause instanceof Error ? `: ${cause.message}` : ''
  return new Error(`The database has not said whether the change was stored${words}. Read it before you send it again.`)
}

/** The connection ended before the database had answered. */
function isLost(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (LOST.has(String((cause as { code?: unknown }).code))) return true
  return false
}
const LOST = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: unknown }).code === '57014'
}
