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

/** A computation that stops between its pieces and gives its result at the end. Whatever goes on with it in between, it is the same. */
export type InPieces<T> = Generator<void, T, void>

/** Works it out with requests answered between its pieces. */
export async function inSlices<T>(work: InPieces<T>): Promise<T> {
  const pause = slices()
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    await pause()
  }
}

/** Works it out in one go. */
export function atOnce<T>(work: InPieces<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}
