import { setImmediate } from 'node:timers/promises'

/** What is longer keeps other requests waiting for longer than they should. */
const SLICE_MS = 10

/**
 * For long computations beside requests: `await` what this gives between their pieces, and requests are answered in
 * between. It costs next to nothing while less than a slice has passed.
 */
export function slices(): () => Promise<void> {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < SLICE_MS) return
    await setImmediate()
    begun = performance.now()
  }
}
