import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'

/**
 * Runs `work` in one transaction; with `dryRun` all of it is taken back once it is done, so that it refuses exactly what
 * the real one would.
 * @returns what `work` returned, in both cases
 */
export async function inTransactionOrDryRun<T>(
  db: Database,
  { dryRun }: { dryRun: boolean },
  work: (tx: Database) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(db, async (tx) => {
      const result = await work(tx)
      if (dryRun) throw new Rehearsed(result)
      return result
    })
  } catch (thrown) {
    if (thrown instanceof Rehearsed) return thrown.result as T
    throw thrown
  }
}

/** Ends the transaction of a dry run, with what it would have done. */
class Rehearsed extends Error {
  constructor(readonly result: unknown) {
    super('this was a dry run')
  }
}
