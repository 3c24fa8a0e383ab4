// The planner's thread: problems come in as messages, plans go out, one after another. lib/plans/planner-thread.ts
// starts it.
import { parentPort } from 'node:worker_threads'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

parentPort?.on('message', ({ id, problem }: { id: number; problem: DepotProblem }) => {
  try {
    parentPort?.postMessage({ id, plan: planDepot(problem) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
