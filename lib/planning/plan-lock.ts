import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { databaseErrorOf } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

/** The first key of our advisory locks, so that they are not mistaken for another program's. */
const LOCK_CLASS = 723_510

/** A run takes two connections, and one thread plans for all: more at a time in one process would gain nothing. */
const MOST_AT_A_TIME = 3

const LONGEST_WAIT_MS = 30_000
const LOCK_NOT_AVAILABLE = '55P03'

let running = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
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

/**
 * Runs `work` while nobody else, in no process, plans this location. The lock belongs to a transaction that `work`
 * writes with: when its connection dies, the lock is free and nothing of it is written.
 * @param busy what to do when somebody else plans the location: `wait` for up to 30 s, or `skip` it
 * @returns null when it was skipped
 * @throws Refusal `unavailable` when waiting took too long
 */
export async function withPlanLock<T>(
  db: Database,
  locationUid: string,
  busy: 'wait' | 'skip',
  work: (tx: Database) => Promise<T>,
): Promise<T | null> {
  return inTurn(() =>
    db.transaction(async (tx) => {
      // A machine that lost its power says no goodbye: PostgreSQL then notices within seconds, not hours.
      await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', '0', true),
        set_config('lock_timeout', ${`${LONGEST_WAIT_MS}ms`}, true), set_config('tcp_keepalives_idle', '5', true),
        set_config('tcp_keepalives_interval', '2', true), set_config('tcp_keepalives_count', '3', true)`)
      if (!(await acquire(tx, locationUid, busy))) return null
      return work(tx)
    }),
  )
}

async function acquire(tx: Database, locationUid: string, busy: 'wait' | 'skip'): Promise<boolean> {
  const key = sql`${LOCK_CLASS}::int, hashtext(${locationUid})`
  if (busy === 'skip') {
    const [row] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${key}) as held`)
    return row?.held === true
  }
  try {
    await tx.execute(sql`select pg_advisory_xact_lock(${key})`)
    return true
  } catch (error) {
    if (databaseErrorOf(error)?.code !== LOCK_NOT_AVAILABLE) throw error
    throw new Refusal('unavailable', 'This location is being planned already, and that takes long. Try again later.', {
      headers: { 'Retry-After': '10' },
    })
  }
}
