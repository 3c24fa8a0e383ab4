/** What one session may do to others at most, in seconds. */
export type SessionLimits = {
  /** A statement that runs longer is cancelled. */
  statement: number
  /** Waiting longer for a lock fails the statement. */
  lock: number
  /** A transaction that stands still longer ends with its session. */
  idleInTransaction: number
}

/** For serving and planning: no statement of theirs takes long, so one that does is a defect and must not last. */
export const SERVING: SessionLimits = { statement: 60, lock: 10, idleInTransaction: 30 }

/** For migrations, backup and restore: they read and rewrite everything, and wait for one another. */
export const MAINTAINING: SessionLimits = { statement: 3_600, lock: 600, idleInTransaction: 600 }

/** PostgreSQL notices within seconds, instead of hours, that the machine of a client has lost its power. */
const KEEPALIVE = { tcp_keepalives_idle: '5', tcp_keepalives_interval: '2', tcp_keepalives_count: '3' }

/**
 * Compiling a statement pays for the reports of hours that we do not have: of a list of 10,000 vehicles it takes more
 * time than the list. Many servers have it on.
 */
const NO_COMPILATION = { jit: 'off' }

/**
 * The URL with these limits as settings of every session that is opened with it, whichever driver opens it; what the
 * URL says already stays.
 */
export function withLimits(url: string, limits: SessionLimits): string {
  const limited = new URL(url)
  for (const [name, value] of Object.entries(settingsOf(limits)))
    if (!limited.searchParams.has(name)) limited.searchParams.set(name, value)
  return limited.href
}

function settingsOf({ statement, lock, idleInTransaction }: SessionLimits): Record<string, string> {
  return {
    statement_timeout: String(statement * 1_000),
    lock_timeout: String(lock * 1_000),
    idle_in_transaction_session_timeout: String(idleInTransaction * 1_000),
    ...KEEPALIVE,
    ...NO_COMPILATION,
  }
}
