import type { Database } from '@/lib/db/client'

/** Serialisation failure and deadlock: PostgreSQL undid the transaction and asks to try it again. */
const TRY_AGAIN = new Set(['40001', '40P01'])
const ATTEMPTS = 5

/**
 * Runs `work` in one transaction: all of it or none of it. A deadlock is tried again, so `work` must have no effects
 * but those on `tx`. Inside another transaction it becomes a savepoint of it.
 */
export async function inTransaction<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction((tx) => work(tx as unknown as Database))
    } catch (error) {
      if (attempt >= ATTEMPTS || !TRY_AGAIN.has(databaseErrorOf(error)?.code ?? '')) throw error
    }
  }
}

/** PostgreSQL's own error inside whatever Drizzle wrapped it in, or undefined when it is something else. */
export function databaseErrorOf(error: unknown): { code: string; constraint?: string } | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint_name: constraint } = cause as Error & { code?: unknown; constraint_name?: string }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return { code, constraint }
  }
  return undefined
}

/** Whether `error` is a violation of the unique constraint of this name. */
export function violates(error: unknown, constraint: string): boolean {
  const found = databaseErrorOf(error)
  return found?.code === '23505' && found.constraint === constraint
}
