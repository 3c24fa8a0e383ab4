import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PlannerTasks } from '@/lib/planning/worker/planner-tasks'

const ENTRY = 'planner-thread'

type Answer = { id: number; part?: unknown; result?: unknown; error?: string }
type Waiting = {
  onPart: (part: unknown) => void
  resolve: (result: unknown) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}
type TaskName = keyof PlannerTasks
type Result<N extends TaskName> = ReturnType<PlannerTasks[N]>

/** A task took longer than it may. */
export class TookTooLong extends Error {
  constructor(longestMs: number) {
    super(`Planning took longer than ${longestMs / 1000} s and was given up.`)
  }
}

/**
 * A worker thread that does the planner's tasks one after another, and who waits for it. It keeps the process alive only
 * while somebody does.
 */
export class PlannerWorker {
  ended = false
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0

  private constructor(private readonly worker: Worker) {
    worker.unref()
    worker.on('message', (answer: Answer) => this.receive(answer))
    worker.on('error', (error) => this.end(error))
    worker.on('exit', (code) => this.end(new Error(`The planner thread ended by itself (exit code ${code}).`)))
  }

  static async start(): Promise<PlannerWorker> {
    return new PlannerWorker(new Worker(pathToFileURL(await entryFile())))
  }

  /**
   * @param options.longestMs a task that takes longer ends the thread, and with it all that wait
   * @param options.onPart gets what a task tells before it is done
   */
  run<N extends TaskName>(
    task: N,
    input: Parameters<PlannerTasks[N]>[0],
    { longestMs, onPart = () => {} }: { longestMs: number; onPart?: (part: unknown) => void },
  ): Promise<Result<N>> {
    this.lastId += 1
    const id = this.lastId
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(new TookTooLong(longestMs)), longestMs)
      this.waiting.set(id, { onPart, resolve: (result) => resolve(result as Result<N>), reject, timer })
      this.worker.ref()
      this.worker.postMessage({ id, task, input })
    })
  }

  end(reason: Error): void {
    this.ended = true
    void this.worker.terminate()
    for (const id of [...this.waiting.keys()]) this.settle(id, ({ reject }) => reject(reason))
  }

  private receive({ id, error, ...told }: Answer): void {
    if ('part' in told) this.waiting.get(id)?.onPart(told.part)
    else
      this.settle(id, ({ resolve, reject }) => (error === undefined ? resolve(told.result) : reject(new Error(error))))
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
