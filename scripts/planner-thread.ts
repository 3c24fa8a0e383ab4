// The planner's thread: tasks come in as messages, results go out, one after another. lib/planning/worker/planner-worker.ts starts
// it.
import { parentPort } from 'node:worker_threads'
import { type PlannerTasks, plannerTasks } from '@/lib/planning/worker/planner-tasks'

type Task = { id: number; task: keyof PlannerTasks; input: never }

parentPort?.on('message', ({ id, task, input }: Task) => {
  try {
    const result = plannerTasks[task](input, (part: unknown) => parentPort?.postMessage({ id, part }))
    parentPort?.postMessage({ id, result })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
