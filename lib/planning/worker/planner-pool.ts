import type { MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { log } from '@/lib/log'
import type { PlannerTasks } from '@/lib/planning/worker/planner-tasks'

/**
 * A thread that has nothing to do for so long ends; the last one stays. Longer than plans are left to stand: a new
 * thread takes several times as long for its first plans.
 */
const IDLE_MS = 600_000

type TaskName = keyof PlannerTasks

/** Threads that do the planner's tasks, started at their first use. They keep no process alive that has nothing to do. */
export class PlannerPool {
  private pool: Piscina | undefined

  /** @param threads so many at most; hand over no more tasks at once */
  constructor(private readonly threads: number) {}

  /**
   * @param signal ends the task, and its thread with it
   * @param transfer what goes over to the thread
   * @throws what the task has thrown, or what `signal` says
   */
  async run<N extends TaskName>(
    name: N,
    input: Parameters<PlannerTasks[N]>[0],
    signal?: AbortSignal,
    transfer: MessagePort[] = [],
  ): Promise<ReturnType<PlannerTasks[N]>> {
    signal?.throwIfAborted()
    this.pool ??= startPool(this.threads)
    try {
      return await this.pool.run(input, { name, signal, transferList: transfer })
    } catch (error) {
      throw signal?.aborted ? signal.reason : error
    }
  }
}

function startPool(threads: number): Piscina {
  const pool = new Piscina({
    filename: threadFile(),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    recordTiming: false,
  })
  return pool.on('error', (error) => log.error({ err: error }, 'a planner thread failed; another takes its place'))
}

/** What whoever starts a process has built `planner-tasks.ts` to (scripts/run.mjs; for tests vitest's set-up). */
function threadFile(): string {
  const file = process.env.PLANNER_THREAD
  if (!file) throw new Error('PLANNER_THREAD is not set. Start the app with npm start, which builds the thread.')
  return file
}
