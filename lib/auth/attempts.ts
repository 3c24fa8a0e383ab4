import { createHash } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { accessAttempt } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'

/** At most so many failures of one kind within a window that begins with the first of them. */
export type Limit = { name: string; most: number; windowMs: number }

/** One thing that is tried: what is counted, and the limit that it has. */
export type Attempt = { limit: Limit; of: string }

const PURGED_AT_ONCE = 100

/**
 * Counts an attempt before it is made, so that parallel guesses count too. Who succeeds takes it back with
 * `forgiveAttempt`. The counts are in the database, one for all instances; a window ends whatever comes meanwhile, so
 * nobody is locked out for good.
 * @throws Refusal 429 with Retry-After when a limit is reached
 */
export async function countAttempt(db: Database, attempts: readonly Attempt[], now: number): Promise<void> {
  const counted = await addAttempts(db, attempts, now)
  const waits = attempts.map((attempt) => waitOf(attempt, counted, now))
  const waitMs = Math.max(0, ...waits)
  if (waitMs > 0) throw tooMany(waitMs)
}

/** Counts failures after the fact, for what must not hold up those who succeed: they are judged by `failuresOf`. */
export async function countFailures(db: Database, attempts: readonly Attempt[], now: number): Promise<void> {
  await addAttempts(db, attempts, now)
}

/** How often each of these was counted in the window that runs, and how long that still runs (ms). */
export async function failuresOf<K extends string>(
  db: Database,
  attempts: Record<K, Attempt>,
  now: number,
): Promise<Record<K, { count: number; waitMs: number }>> {
  const all = Object.entries(attempts) as [K, Attempt][]
  const keys = all.map(([, attempt]) => keyOf(attempt))
  const rows = await db.select().from(accessAttempt).where(inArray(accessAttempt.key, keys))
  const found = all.map(([name], index) => {
    const row = rows.find(({ key }) => key === keys[index])
    const waitMs = (row?.windowEndsAt.getTime() ?? now) - now
    return [name, waitMs > 0 ? { count: row?.count ?? 0, waitMs } : { count: 0, waitMs: 0 }] as const
  })
  return Object.fromEntries(found) as Record<K, { count: number; waitMs: number }>
}

async function addAttempts(db: Database, attempts: readonly Attempt[], now: number) {
  const rows = attempts.map(({ limit, of }) => ({
    key: keyOf({ limit, of }),
    count: 1,
    windowEndsAt: new Date(now + limit.windowMs),
  }))
  const over = sql`${accessAttempt.windowEndsAt} <= ${new Date(now).toISOString()}`
  const counted = await db
    .insert(accessAttempt)
    .values(rows)
    .onConflictDoUpdate({
      target: accessAttempt.key,
      set: {
        count: sql`case when ${over} then 1 else least(${accessAttempt.count} + 1, 1000000) end`,
        windowEndsAt: sql`case when ${over} then excluded.window_ends_at else ${accessAttempt.windowEndsAt} end`,
      },
    })
    .returning()
  if (counted.some((row) => row.count === 1)) await purge(db, now)
  return counted
}

/** Takes a counted attempt back, because it was a success. */
export async function forgiveAttempt(db: Database, attempts: readonly Attempt[]): Promise<void> {
  await db
    .update(accessAttempt)
    .set({ count: sql`greatest(${accessAttempt.count} - 1, 0)` })
    .where(inArray(accessAttempt.key, attempts.map(keyOf)))
}

function waitOf(attempt: Attempt, counted: (typeof accessAttempt.$inferSelect)[], now: number): number {
  const row = counted.find(({ key }) => key === keyOf(attempt))
  return row && row.count > attempt.limit.most ? Math.max(row.windowEndsAt.getTime() - now, 1) : 0
}

function tooMany(waitMs: number): Refusal {
  const seconds = Math.ceil(waitMs / 1000)
  return new Refusal('tooManyRequests', `Too many failed attempts. Try again in ${seconds} s.`, {
    headers: { 'Retry-After': String(seconds) },
  })
}

/** A hash, so that the table says nothing about who tried from where. */
function keyOf({ limit, of }: Attempt): string {
  return `${limit.name}:${createHash('sha256').update(of).digest('base64url')}`
}

/** Removes windows that are over, a few at a time; `skip locked` keeps two purges from waiting for each other. */
async function purge(db: Database, now: number): Promise<void> {
  await db.execute(sql`
    delete from access_attempt where key in (
      select key from access_attempt where window_ends_at <= ${new Date(now).toISOString()}
      limit ${PURGED_AT_ONCE} for update skip locked
    )`)
}
