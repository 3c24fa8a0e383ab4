/** How driver and PostgreSQL say that the database is not there at this moment: refused, cut off, starting, full, gone. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '3D000',
  '53300',
  '57P01',
  '57P02',
  '57P03',
])

/**
 * How PostgreSQL says that it gave a statement up for others' sake, with everything of its transaction: lock and
 * statement timeouts, serialisation failure, deadlock, a transaction that stood still.
 */
const BUSY = new Set(['55P03', '57014', '40001', '40P01', '25P03'])

/** How PostgreSQL and the system say that there is no room left on a disk. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** Whether an error, or what it was caused by, means that there was no room to write: nothing was stored. */
export function isDiskFull(error: unknown): boolean {
  return hasCode(error, FULL)
}

/** Whether an error, or what it was caused by, means that the database could not be reached: trying later may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  return hasCode(error, AWAY)
}

/** Whether an error, or what it was caused by, means that nothing was stored because others were in the way. */
export function isDatabaseBusy(error: unknown): boolean {
  return hasCode(error, BUSY)
}

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (codes.has(String((cause as { code?: unknown }).code))) return true
  return false
}
