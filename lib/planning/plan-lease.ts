import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { outsideDeadline } from '@/lib/db/deadline'
import { Refusal } from '@/lib/errors'
import { log } from '@/lib/log'

/** So long a worker that died keeps its location from the others. */
const HOLDS_MS = 6_000
const RENEWED_EVERY_MS = 1_500

const LONGEST_WAIT_MS = 30_000
const LOOKS_EVERY_MS = 100

/** A run whose lease has gone to somebody else: its plans are stale and must not be stored. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'

  constructor(locationUid: string) {
    super(`Somebody else plans ${locationUid} by now.`)
  }
}

/** The right to plan a location, as long as it is renewed. */
export type PlanLease = {
  /**
   * Makes sure that the lease is still ours and cannot go to anybody before the commit of `tx`.
   * @throws LeaseLost
   */
  hold: (tx: Database) => Promise<void>
}

/**
 * Runs `work` while nobody else, in no process, plans this location. The lease is a row that ends by itself unless it is
 * renewed: it takes no connection and no transaction while a plan is made, so a run can keep nobody waiting but those
 * that want to plan the same location, and them for seconds when its process dies.
 * @param busy what to do when somebody else plans the location: `wait` for up to 30 s, or `skip` it
 * @returns null when it was skipped, or was taken over by somebody else because it stood still for too long
 * @throws Refusal `unavailable` when waiting took too long
 */
export async function withPlanLease<T>(
  db: Database,
  locationUid: string,
  busy: 'wait' | 'skip',
  work: (lease: PlanLease) => Promise<T>,
): Promise<T | null> {
  const holder = randomUUID()
  if (!(await outsideDeadline(() => acquire(db, locationUid, holder, busy)))) return null
  const renewal = setInterval(() => void outsideDeadline(() => renew(db, locationUid, holder)), RENEWED_EVERY_MS)
  try {
    return await work({ hold: (tx) => hold(tx, locationUid, holder) })
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error
    if (busy === 'wait') throw isBusy()
    return null
  } finally {
    clearInterval(renewal)
    await outsideDeadline(() => release(db, locationUid, holder))
  }
}

async function acquire(db: Database, locationUid: string, holder: string, busy: 'wait' | 'skip'): Promise<boolean> {
  const giveUpAt = performance.now() + LONGEST_WAIT_MS
  while (!(await take(db, locationUid, holder))) {
    if (busy === 'skip') return false
    if (performance.now() > giveUpAt) throw isBusy()
    await sleep(LOOKS_EVERY_MS)
  }
  return true
}

function isBusy(): Refusal {
  return new Refusal('unavailable', 'This location is being planned already, and that takes long. Try again later.', {
    headers: { 'Retry-After': '10' },
  })
}

const UNTIL = sql`clock_timestamp() + ${HOLDS_MS}::float8 * interval '1 ms'`

/** Nobody waits for a row here: one that is held is looked at again, or skipped. */
async function take(db: Database, locationUid: string, holder: string): Promise<boolean> {
  const inserted = await db.execute(sql`
    insert into plan_lease (location_uid, holder, since, until)
    values (${locationUid}, ${holder}, clock_timestamp(), ${UNTIL})
    on conflict (location_uid) do nothing returning location_uid`)
  if (inserted.length > 0) return true
  const taken = await db.execute(sql`
    update plan_lease set holder = ${holder}, since = clock_timestamp(), until = ${UNTIL}
    where location_uid = (select location_uid from plan_lease
      where location_uid = ${locationUid} and until < clock_timestamp() for update skip locked)
    returning location_uid`)
  return taken.length > 0
}

/** A renewal that fails is not the last one; a lease that is lost is noticed when something is stored. */
async function renew(db: Database, locationUid: string, holder: string): Promise<void> {
  const ours = sql`location_uid = ${locationUid} and holder = ${holder}`
  await db
    .execute(sql`update plan_lease set until = ${UNTIL} where location_uid =
      (select location_uid from plan_lease where ${ours} for update skip locked)`)
    .catch((error: unknown) => log.debug({ err: error, locationUid }, 'the right to plan could not be renewed'))
}

async function hold(tx: Database, locationUid: string, holder: string): Promise<void> {
  const ours = await tx.execute(sql`
    select 1 from plan_lease where location_uid = ${locationUid} and holder = ${holder} for update`)
  if (ours.length === 0) throw new LeaseLost(locationUid)
}

/** What cannot be released ends by itself. */
async function release(db: Database, locationUid: string, holder: string): Promise<void> {
  await db
    .execute(sql`delete from plan_lease where location_uid = ${locationUid} and holder = ${holder}`)
    .catch((error: unknown) => log.debug({ err: error, locationUid }, 'the right to plan could not be released'))
}
