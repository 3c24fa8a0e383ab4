/** Planning took longer than it may. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'

  readonly seconds: number

  constructor(longestMs: number) {
    super(`Planning took longer than ${longestMs / 1000} s and was given up.`)
    this.seconds = longestMs / 1000
  }
}

/**
 * Does `work` with a signal that says `TookTooLong` after `longestMs`, and ends with any of the others.
 * @param others what else may end the work
 */
export async function withinBudget<T>(
  longestMs: number,
  others: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const budget = new AbortController()
  const ends = others.flatMap((other) => (other ? [{ other, end: () => budget.abort(other.reason) }] : []))
  for (const { other, end } of ends) other.aborted ? end() : other.addEventListener('abort', end, { once: true })
  const timer = setTimeout(() => budget.abort(new TookTooLong(longestMs)), longestMs)
  try {
    return await work(budget.signal)
  } finally {
    clearTimeout(timer)
    for (const { other, end } of ends) other.removeEventListener('abort', end)
  }
}
