import { AsyncLocalStorage } from 'node:async_hooks'
import { log } from '@/lib/log'

/** The transaction that the code which runs now is part of; `isOpen` is false once it has ended. */
const current = new AsyncLocalStorage<{ isOpen: boolean }>()

/** Runs the work of a transaction so that what it does can be recognised as part of it. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { isOpen: true }
  try {
    return await current.run(transaction, work)
  } finally {
    transaction.isOpen = false
  }
}

/**
 * Nobody asks for a second connection while a transaction is open: two that wait for each other so are in a circle that
 * PostgreSQL cannot see, and a pool of ten is empty when ten wait for an eleventh. The transaction is passed down
 * instead. Everywhere but in production this throws; there it is logged, because the work may still succeed.
 */
export function refuseSecondConnection(statement: string): void {
  if (!current.getStore()?.isOpen) return
  const error = new Error(`A second connection was asked for inside an open transaction. Pass it down: ${statement}`)
  if (process.env.NODE_ENV !== 'production') throw error
  log.error({ err: error }, 'a transaction waits for another connection of its own process')
}

/** For tests that play two processes in one: does `work` as if no transaction of this one were open. */
export function asAnotherProcess<T>(work: () => PromiseLike<T>): Promise<T> {
  return current.exit(async () => await work())
}
