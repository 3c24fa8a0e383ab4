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

/** Whether an error, or what it was caused by, means that the database could not be reached: trying later may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (AWAY.has(String((cause as { code?: unknown }).code))) return true
  return false
}
