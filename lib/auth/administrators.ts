import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { user } from '@/lib/db/schema'
import { Refusal } from '@/lib/errors'

/** Any number that no other lock of ours has. */
const LOCK = 7_235_105_912

/** Whether this member of staff may do everything everywhere. */
export function isAdministrator(row: Pick<typeof user.$inferSelect, 'role' | 'locationUids'>): boolean {
  return row.role === 'admin' && row.locationUids === null
}

/**
 * Whether somebody may do everything everywhere: role `admin`, narrowed to no location. The app always keeps one once it
 * has one.
 */
export async function hasAdministrator(db: Database): Promise<boolean> {
  const [one] = await db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.role, 'admin'), isNull(user.locationUids)))
    .limit(1)
  return one !== undefined
}

/** Makes changes of who is administrator wait for one another, until this transaction ends. */
export async function lockAdministrators(transaction: Database): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
}

/**
 * Called at the end of a transaction that has the lock and has demoted or removed somebody.
 * @throws Refusal 409, which undoes the transaction, when no administrator is left
 */
export async function keepAnAdministrator(transaction: Database): Promise<void> {
  if (!(await hasAdministrator(transaction)))
    throw new Refusal(
      'conflict',
      'This is the last administrator of all depots. Make somebody else an administrator first.',
    )
}
