import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'drizzle-orm'
import type { Trigger } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'

/**
 * Asks for a location to be planned again, in the transaction of the change that makes it necessary: with its commit
 * the request is there, with its rollback it never was; the workers are woken after the commit (db/wake-planners.ts). A
 * request that is already waiting takes over the newer cause.
 * Call it **last** in the transaction, because it locks the location's request until the commit.
 * @param description one sentence for people that says what changed, such as `The schedules of bus 12 changed.`
 */
export async function requestPlan(
  tx: Database,
  locationUid: string,
  trigger: Trigger,
  description: string,
): Promise<void> {
  await requestPlans(tx, [locationUid], trigger, description)
}

/**
 * `requestPlan` for several locations in one round trip each. Unknown locations are left out; an empty list does
 * nothing. Locks are taken in one order, so that two transactions that each make one call never wait for each other.
 */
export async function requestPlans(
  tx: Database,
  locationUids: readonly string[],
  trigger: Trigger,
  description: string,
): Promise<void> {
  const later = askedLater.getStore()
  if (later) {
    for (const uid of locationUids) later.set(uid, { trigger, description })
    return
  }
  await ask(tx, new Map(locationUids.map((uid) => [uid, { trigger, description }])))
}

type Cause = { trigger: Trigger; description: string }

/** By location; of one that was asked for several times the newest cause. */
const askedLater = new AsyncLocalStorage<Map<string, Cause>>()

/**
 * Does work that consists of several changes in one transaction, each of which asks for plans as its last: asks once,
 * when all of it is done. Last in the transaction; within another one's work it leaves the asking to that.
 */
export async function askingLast<T>(tx: Database, work: () => Promise<T>): Promise<T> {
  if (askedLater.getStore()) return work()
  const asked = new Map<string, Cause>()
  const result = await askedLater.run(asked, work)
  await ask(tx, asked)
  return result
}

async function ask(tx: Database, asked: ReadonlyMap<string, Cause>): Promise<void> {
  if (asked.size === 0) return
  const rows = [...asked].map(([uid, cause]) => ({ uid, ...cause }))
  await tx.execute(sql`
    insert into plan_request as request (location_uid, requested_at, waiting_since, revision, trigger, trigger_description)
    select uid, clock_timestamp(), clock_timestamp(), 1, asked.trigger, asked.description
    from jsonb_to_recordset(${rowsParameter(rows)}) as asked (uid text, trigger text, description text)
    join location using (uid) order by uid collate "C"
    on conflict (location_uid) do update set
      requested_at = excluded.requested_at,
      revision = request.revision + 1,
      trigger = excluded.trigger,
      trigger_description = excluded.trigger_description`)
}
