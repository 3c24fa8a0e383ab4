import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** Longer than the largest depot takes; a plan that takes longer is a defect and must not hold up the others. */
const LONGEST_MS = 120_000

const ENTRY = 'planner-thread'

type Answer = { id: number; plan?: DepotPlan; error?: string }
type Waiting = { resolve: (plan: DepotPlan) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

/** A worker thread and who waits for it. It keeps the process alive only while somebody does. */
class PlannerThread {
  ended = false
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0

  constructor(private readonly worker: Worker) {
    worker.unref()
    worker.on('message', ({ id, plan, error }: Answer) =>
      this.settle(id, ({ resolve, reject }) => (plan ? resolve(plan) : reject(new Error(error)))),
    )
    worker.on('error', (error) => this.end(error))
    worker.on('exit', (code) => this.end(new Error(`The planner thread ended by itself (exit code ${code}).`)))
  }

  plan(problem: DepotProblem): Promise<DepotPlan> {
    this.lastId += 1
    const id = this.lastId
    return new Promise((resolve, reject) => {
      const late = new Error(`Planning took longer than ${LONGEST_MS / 1000} s and was given up.`)
      this.waiting.set(id, { resolve, reject, timer: setTimeout(() => this.end(late), LONGEST_MS) })
      this.worker.ref()
      this.worker.postMessage({ id, problem })
    })
  }

  end(reason: Error): void {
    this.ended = true
    void this.worker.terminate()
    for (const id of [...this.waiting.keys()]) this.settle(id, ({ reject }) => reject(reason))
  }

  private settle(id: number, how: (waiter: Waiting) => void): void {
    const waiter = this.waiting.get(id)
    if (!waiter) return
    this.waiting.delete(id)
    clearTimeout(waiter.timer)
    if (this.waiting.size === 0) this.worker.unref()
    how(waiter)
  }
}

/** The one planner thread of this process. */
let current: Promise<PlannerThread> | undefined

async function planner(): Promise<PlannerThread> {
  const known = await current?.catch(() => undefined)
  if (known && !known.ended) return known
  current = entryFile().then((file) => new PlannerThread(new Worker(pathToFileURL(file))))
  return current
}

/**
 * Runs `planDepot` in a worker thread, so that requests are answered meanwhile. Problems are solved one after another.
 * @throws Error when the problem is malformed, or when `signal` ends the wait: the computation then ends too
 */
export async function planInThread(problem: DepotProblem, signal?: AbortSignal): Promise<DepotPlan> {
  const thread = await planner()
  signal?.throwIfAborted()
  const stop = () => thread.end(new Error('Planning was interrupted because the process ends.'))
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await thread.plan(problem)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** `scripts/planner-thread.ts`, bundled at its first use, so that it is never older than the code around it. */
async function entryFile(): Promise<string> {
  const root = projectRoot()
  const bundler = pathToFileURL(join(root, 'scripts', 'bundle.mjs')).href
  try {
    const { bundle } = await import(/* turbopackIgnore: true */ /* @vite-ignore */ bundler)
    return await bundle(ENTRY)
  } catch (error) {
    const built = join(root, '.build', `${ENTRY}.mjs`)
    if (existsSync(built)) return built
    throw error
  }
}

/** The project's folder: every process of the app is started in it or below it. */
function projectRoot(): string {
  let folder = process.cwd()
  while (!existsSync(join(folder, 'scripts', 'bundle.mjs'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The app must be started in its own folder: scripts/bundle.mjs is not here.')
    folder = parent
  }
  return folder
}
