/**
 * Asks for what is due, one round at a time: what becomes due while a round is on its way waits for the next, once,
 * however often it was named. So no round gives up the answers of the one before.
 * @param ask asks for a key again; settles when the answer is there
 * @returns names keys that are due
 */
export function inRounds(ask: (key: string) => Promise<unknown>): (keys: readonly string[]) => void {
  const due = new Set<string>()
  let isAsking = false
  return (keys) => {
    for (const key of keys) due.add(key)
    if (isAsking) return
    isAsking = true
    void askAll().finally(() => {
      isAsking = false
    })
  }
  async function askAll(): Promise<void> {
    while (due.size > 0) {
      const round = [...due]
      due.clear()
      await Promise.allSettled(round.map(ask))
    }
  }
}
