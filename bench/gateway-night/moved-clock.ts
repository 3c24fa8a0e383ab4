// Loaded into a process of the product before anything else: its clock and its timers stand still until the bench moves
// them. The product knows nothing of it. Threads, which plan, are left alone: they are told the time.
import { AsyncResource } from 'node:async_hooks'
import { syncBuiltinESMExports } from 'node:module'
import { connect } from 'node:net'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import { isMainThread } from 'node:worker_threads'

type Work = (...args: unknown[]) => unknown

const RealDate = Date
const turn = setImmediate
let now = Number(process.env.MOVED_CLOCK_FROM)
let made = 0
const waiting = new Set<MovedTimer>()
const byNumber = new Map<number, MovedTimer>()

class MovedTimer {
  readonly number = ++made
  due = 0

  constructor(
    readonly work: () => void,
    readonly ms: number,
    readonly repeats: boolean,
  ) {
    byNumber.set(this.number, this)
    this.refresh()
  }

  refresh(): this {
    this.due = now + this.ms
    waiting.add(this)
    return this
  }

  close(): this {
    waiting.delete(this)
    byNumber.delete(this.number)
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  hasRef(): boolean {
    return false
  }

  [Symbol.toPrimitive](): number {
    return this.number
  }

  fire(): void {
    if (this.repeats) this.due = Math.max(this.due + this.ms, now)
    else this.close()
    this.work()
  }
}

/** A connection to the database is made, and is idle, in real time: a step of the clock would be too long for it. */
const DRIVERS = /node_modules\/(postgres|pg|pg-pool)\//

function begin(repeats: boolean, real?: (work: Work, ms?: number, ...args: unknown[]) => unknown) {
  return (work: Work, ms = 1, ...args: unknown[]) => {
    if (real && DRIVERS.test(new Error().stack ?? '')) return real(work, ms, ...args)
    const bound = AsyncResource.bind(() => void work(...args))
    return new MovedTimer(bound, ms >= 1 && ms < 2 ** 31 ? ms : 1, repeats)
  }
}

function end(real: (timer: never) => void) {
  return (timer: unknown) => {
    if (timer instanceof MovedTimer) timer.close()
    else if (byNumber.has(Number(timer))) byNumber.get(Number(timer))?.close()
    else real(timer as never)
  }
}

function sleep(ms?: number, value?: unknown, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const give = () =>
      reject(Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' }))
    if (signal?.aborted) return give()
    const timer = begin(false)(() => {
      signal?.removeEventListener('abort', stop)
      resolve(value)
    }, ms) as MovedTimer
    const stop = () => {
      timer.close()
      give()
    }
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/** Moves on to a moment: what is due on the way is done at its time, as far as nothing else is waited for. */
async function moveTo(moment: number): Promise<void> {
  for (;;) {
    let first: MovedTimer | undefined
    for (const timer of waiting)
      if (timer.due <= moment && timer.due < (first?.due ?? Number.POSITIVE_INFINITY)) first = timer
    if (!first) break
    now = Math.max(now, first.due)
    first.fire()
    await new Promise((resolve) => turn(resolve))
  }
  now = moment
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => turn(resolve))
}

/** The bench says to which moment, a line each, and is told when that is so. */
function obey(port: number): void {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let rest = ''
  let moved = Promise.resolve()
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) moved = moved.then(() => moveTo(Number(line))).then(() => void socket.write(`${line}\n`))
  })
  socket.on('error', () => {})
  // Without a clock nothing would ever end.
  socket.on('close', () => process.exit(0))
}

if (isMainThread && process.env.MOVED_CLOCK_PORT) {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length > 0 ? args : [Math.floor(now)], made === globalThis.Date ? target : made),
    apply: () => new RealDate(Math.floor(now)).toString(),
    get: (target, name) => (name === 'now' ? () => Math.floor(now) : Reflect.get(target, name)),
  })
  const moved = {
    setTimeout: Object.assign(begin(false, setTimeout as never), {
      [Symbol.for('nodejs.util.promisify.custom')]: sleep,
    }),
    setInterval: begin(true, setInterval as never),
    clearTimeout: end(clearTimeout),
    clearInterval: end(clearInterval),
  }
  Object.assign(globalThis, moved)
  Object.assign(timers, moved)
  Object.assign(promises, { setTimeout: sleep })
  syncBuiltinESMExports()
  obey(Number(process.env.MOVED_CLOCK_PORT))
}
