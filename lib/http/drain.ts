/** Next bundles its own copy of this module beside the server's, so the one signal of the process hangs on the process. */
const shared = globalThis as { readylineDrain?: AbortController }
shared.readylineDrain ??= new AbortController()
const drain = shared.readylineDrain

/** Aborted when the process is about to end: what would go on for long (a change stream) ends itself then. */
export const drainSignal: AbortSignal = drain.signal

/** Says that the process is about to end. */
export function beginDrain(): void {
  drain.abort()
}
