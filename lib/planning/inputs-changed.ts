import { databaseErrorOf } from '@/lib/db/transaction'

/** The inputs of a plan changed while it was made: it must not be stored. */
export class InputsChanged extends Error {
  override readonly name = 'InputsChanged'

  constructor() {
    super('The schedules kept changing while they were planned. They are planned again shortly.')
  }
}

/**
 * PostgreSQL's lock_not_available, deadlock_detected, query_canceled (a statement took too long), foreign_key_violation
 * (a stay is gone), unique_violation.
 */
const CONTENTION = new Set(['55P03', '40P01', '57014', '23503', '23505'])

/** Whether a write failed because somebody else is at the same rows: then the inputs are changing. */
export function isContention(error: unknown): boolean {
  return error instanceof InputsChanged || CONTENTION.has(databaseErrorOf(error)?.code ?? '')
}
