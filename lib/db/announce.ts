import type { Sql } from 'postgres'
import { isDatabaseAway } from '@/lib/db/database-away'
import { asksForPlan, WAKE_PLANNERS } from '@/lib/db/wake-planners'
import { log } from '@/lib/log'

/** Told after rows have changed that streams tell of, by whichever process. It says only that: who listens looks at the rows. */
export const CHANGED_CHANNEL = 'readyline_changed'

/** The tables that a stream looks at (`live/read-markers.ts`). */
export const FOLLOWED_TABLES: readonly string[] = [
  ...['location', 'plan_request', 'plan_run', 'charging_event', 'alarm'],
  ...['charging_station', 'station_state', 'station_control'],
]

const WRITES = /\b(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?"?(\w+)/gi

/** Whether a statement may change rows that a stream looks at, by its words. */
export function isFollowed(statement: string): boolean {
  for (const [, table] of statement.matchAll(WRITES))
    if (FOLLOWED_TABLES.includes(table?.toLowerCase() ?? '')) return true
  return false
}

/** Commits within this time are told of together. */
const GATHER_MS = 100

/**
 * NOTIFY holds a lock of the whole database while it commits: it is a transaction of its own, that waits for no disk.
 * One that is lost costs time and nothing else.
 */
export const NOTIFY_CHANGED = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANGED_CHANNEL}', '')`

/** What is said once a statement is committed: to those who follow its rows, and to those who plan. */
export function newsOf(statement: string): string[] {
  return [...(isFollowed(statement) ? [NOTIFY_CHANGED] : []), ...(asksForPlan(statement) ? [WAKE_PLANNERS] : [])]
}

/** What cannot be said is logged so often at most: everything that is told of is also found by looking. */
const WARN_EVERY_MS = 60_000

/** What to call with the news of each commit: they are said soon, each once, in a transaction of its own. */
export function announcer(pool: Pick<Sql, 'unsafe'>): (news: Iterable<string>) => void {
  const gathered = new Set<string>()
  const failed = warnSeldom()
  let timer: NodeJS.Timeout | undefined
  return (news) => {
    for (const statement of news) gathered.add(statement)
    if (timer || gathered.size === 0) return
    timer = setTimeout(() => {
      timer = undefined
      for (const statement of gathered) pool.unsafe(statement).catch(failed)
      gathered.clear()
    }, GATHER_MS)
    timer.unref()
  }
}

/** That the database is away, others say. */
function warnSeldom(): (error: unknown) => void {
  let warnedAt = Number.NEGATIVE_INFINITY
  return (error) => {
    if (isDatabaseAway(error) || performance.now() - warnedAt < WARN_EVERY_MS) return
    warnedAt = performance.now()
    log.warn({ err: error }, 'nobody was told of a change; it is found by looking')
  }
}
