import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { log } from '@/lib/log'

/** Plans, sessions and retention compare times of both clocks: a difference up to here harms nobody. */
const HARMLESS_MS = 2_000

/**
 * By how much the database's clock is ahead of this process's, in ms.
 * @returns 0 where the answer took so long that the difference may be none
 */
export async function measureClockDifference(db: Database, readClock: () => number = Date.now): Promise<number> {
  const asked = readClock()
  const [row] = await db.execute<{ now: number }>(
    sql`select extract(epoch from clock_timestamp())::float8 * 1000 as now`,
  )
  const answered = readClock()
  const difference = (row?.now ?? asked) - (asked + answered) / 2
  const doubt = (answered - asked) / 2
  return Math.abs(difference) <= doubt ? 0 : difference
}

/** Whether two clocks that differ so much must be set right. */
export function isHarmful(differenceMs: number): boolean {
  return Math.abs(differenceMs) > HARMLESS_MS
}

/** Warns in the log where this process's clock and the database's differ by over 2 s. @returns the difference in ms */
export async function warnOfClockDifference(db: Database, readClock?: () => number): Promise<number> {
  const differenceMs = await measureClockDifference(db, readClock)
  if (isHarmful(differenceMs))
    log.warn(
      { differenceSeconds: differenceMs / 1000 },
      "this machine's clock and the database's differ: set both by a time server (NTP)",
    )
  return differenceMs
}
