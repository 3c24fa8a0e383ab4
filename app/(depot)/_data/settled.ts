const SETTLED_MS = 400

/** Typing goes on for a moment, and only what stands is tried: resolves after a pause, rejects when something newer came. */
export function settled(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, SETTLED_MS)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
