let guarding = false

/**
 * Keeps the process alive when a connection is lost in the middle of a transaction. The driver (postgres.js 3.4) then
 * writes the rollback to a socket that is gone, from a timer where nobody can catch what it throws; the transaction
 * itself has been rejected by then, so nothing is left to do. Known as porsager/postgres#1208, not released yet.
 */
export function surviveLostConnections(): void {
  if (guarding) return
  guarding = true
  process.on('uncaughtException', (error) => {
    if (!isLostWrite(error)) throw error
  })
}

function isLostWrite(error: unknown): boolean {
  return error instanceof TypeError && /\bnextWrite\b.*\bpostgres\b.*connection\.js/.test(error.stack ?? '')
}
