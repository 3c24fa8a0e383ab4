import type { ExplainedPlan } from '@/lib/planner/explain/explain-plan'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'
import { PlannerWorker } from '@/lib/planning/worker/planner-worker'

/** Longer than the largest depot takes; a plan that takes longer is a defect and must not hold up the others. */
const LONGEST_MS = 120_000

/** The one planner thread of this process. */
let current: Promise<PlannerWorker> | undefined

async function planner(): Promise<PlannerWorker> {
  const known = await current?.catch(() => undefined)
  if (known && !known.ended) return known
  current = PlannerWorker.start()
  return current
}

/**
 * Runs `planDepot` in a worker thread, so that requests are answered meanwhile. Problems are solved one after another.
 * @throws Error when the problem is malformed, or when `signal` ends the wait: the computation then ends too
 */
export async function planInThread(problem: DepotProblem, signal?: AbortSignal): Promise<DepotPlan> {
  return interruptible((thread) => thread.run('plan', problem, { longestMs: LONGEST_MS }), signal)
}

/** `planExplained` in the same thread, in the same way. @throws Error as `planInThread` does */
export async function explainInThread(problem: DepotProblem, signal?: AbortSignal): Promise<ExplainedPlan> {
  return interruptible((thread) => thread.run('explain', problem, { longestMs: LONGEST_MS }), signal)
}

async function interruptible<T>(run: (thread: PlannerWorker) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const thread = await planner()
  signal?.throwIfAborted()
  const stop = () => thread.end(new Error('Planning was interrupted because the process ends.'))
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await run(thread)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
