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

/**
 * Counts failures after the fact, for what must not hold up those who succeed: they are judged by `failuresOf`. One that
 * stands there several times counts as often.
 */
export async function countFailures(db: Database, attempts: readonly Attempt[], now: number): Promise<void> {
  await addAttempts(db, attempts, now)
}

/** How often each of these was counted in the window that runs, and how long that still runs (ms), in their order. */
export async function failuresOf(
  db: Database,
  attempts: readonly Attempt[],
  now: number,
): Promise<{ count: number; waitMs: number }[]> {
  const keys = attempts.map(keyOf)
  const rows = await db
    .select()
    .from(accessAttempt)
    .where(sql`${accessAttempt.key} = any(${sql.param([...new Set(keys)])}::text[])`)
  const known = new Map(rows.map((row) => [row.key, row]))
  return keys.map((key) => {
    const row = known.get(key)
    const waitMs = (row?.windowEndsAt.getTime() ?? now) - now
    return row && waitMs > 0 ? { count: row.count, waitMs } : { count: 0, waitMs: 0 }
  })
}

/** In the order of their keys, so that two calls wait for each other and do not deadlock. */
async function addAttempts(db: Database, attempts: readonly Attempt[], now: number) {
  const byKey = new Map<string, typeof accessAttempt.$inferInsert & { count: number }>()
  for (const { limit, of } of attempts) {
    const key = keyOf({ limit, of })
    const count = (byKey.get(key)?.count ?? 0) + 1
    byKey.set(key, { key, count, windowEndsAt: new Date(now + limit.windowMs) })
  }
  const rows = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const over = sql`${accessAttempt.windowEndsAt} <= ${new Date(now).toISOString()}`
  const counted = await db
    .insert(accessAttempt)
    .values(rows)
    .onConflictDoUpdate({
      target: accessAttempt.key,
      set: {
        count: sql`case when ${over} then excluded.count else least(${accessAttempt.count} + excluded.count, 1000000) end`,
        windowEndsAt: sql`case when ${over} then excluded.window_ends_at else ${accessAttempt.windowEndsAt} end`,
      },
    })
    .returning()
  if (counted.some((row) => row.count === byKey.get(row.key)?.count)) await purge(db, now)
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
