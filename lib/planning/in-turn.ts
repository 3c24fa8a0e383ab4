/** One thread plans for all: more at a time in one process would gain nothing, and only wait in it. */
const MOST_AT_A_TIME = 3

let running = 0
const queue: (() => void)[] = []

/** Does `work` when fewer than three others of this process are at theirs. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_A_TIME) await new Promise<void>((resolve) => queue.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}
