import { perProcess } from '@/lib/per-process'

const drain = perProcess('drain', () => new AbortController())

/** Aborted when the process is about to end: what would go on for long (a change stream) ends itself then. */
export const drainSignal: AbortSignal = drain.signal

/** Says that the process is about to end. */
export function beginDrain(): void {
  drain.abort()
}
