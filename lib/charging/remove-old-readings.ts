import { type SQL, sql } from 'drizzle-orm'
import { VALUES_REMOVED_BEFORE } from '@/lib/charging/raw-since'
import type { Database } from '@/lib/db/client'
import { DAY_MS } from '@/lib/time/interval'

/** A batch small enough that nobody waits for its locks. */
const MOST_AT_ONCE = 20_000

/** For how many days measurements are kept: meter values as they came, 15-minute means, and the other events. */
export type ReadingRetention = { valuesDays: number; meansDays: number; eventsDays: number }

/**
 * Removes raw meter values, metered means, other events and sessions that are past their time, in small steps. A
 * session, and a stay, keeps its events until it is over, because what is derived from them is derived anew with each
 * event.
 * @yields how many rows a step has removed
 */
export async function* removeOldReadings(
  db: Database,
  { valuesDays, meansDays, eventsDays }: ReadingRetention,
  now: number,
): AsyncGenerator<number> {
  const before = (days: number) => now - days * DAY_MS
  await sayRemovedBefore(db, before(Math.min(valuesDays, eventsDays)))
  yield* removeValues(db, before(valuesDays))
  yield* removeEvents(db, before(eventsDays))
  yield* removeSessions(db, before(eventsDays))
  yield* removeMeans(db, before(meansDays))
}

async function sayRemovedBefore(db: Database, before: number): Promise<void> {
  await db.execute(sql`
    insert into app_state as known (key, value) values (${VALUES_REMOVED_BEFORE}, to_jsonb(${before}::float8))
    on conflict (key) do update set value = excluded.value where known.value < excluded.value`)
}

const instant = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`

/** Nothing that goes on at `before` is derived from the event `e` any more. */
const isOver = (before: number) => sql`
  not exists (select 1 from charging_session c where c.vehicle_key = e.vehicle_key
    and c.connected_at <= e.timestamp and coalesce(c.disconnected_at, 'infinity') >= ${instant(before)})
  and not exists (select 1 from stay s where s.vehicle_key = e.vehicle_key
    and s.arrival - interval '4 hours' <= e.timestamp and s.departure >= ${instant(before)})`

/** In order of time, so that each step goes on where the one before has ended. */
function removeValues(db: Database, before: number): AsyncGenerator<number> {
  return removeInSteps(
    db,
    before,
    ({ time, key }) => sql`
      select key, timestamp from charging_event where type = 'meter'
        and (timestamp, key) > (${time}::timestamptz, ${key}::bigint) and timestamp < ${instant(before)}
      order by timestamp, key limit ${MOST_AT_ONCE}`,
  )
}

/** In the order of their receipt, in which they are numbered; none happened later than that. */
function removeEvents(db: Database, before: number): AsyncGenerator<number> {
  return removeInSteps(
    db,
    before,
    ({ key }) => sql`
      select key, timestamp from (
        select key, timestamp, received_at from charging_event where key > ${key}::bigint order by key
        limit ${MOST_AT_ONCE}) next
      where received_at < ${instant(before)} order by key`,
  )
}

type Cursor = { time: string; key: string }

/** Removes of each step those events that are over, and goes on until a step is not full. */
async function* removeInSteps(
  db: Database,
  before: number,
  stepAfter: (cursor: Cursor) => SQL,
): AsyncGenerator<number> {
  let cursor: Cursor = { time: '-infinity', key: '0' }
  for (;;) {
    const [step] = await db.execute<Cursor & { seen: number; removed: number }>(sql`
      with step as materialized (select key, timestamp, row_number() over () as place from (${stepAfter(cursor)}) next),
      gone as (delete from charging_event e using step where e.key = step.key and ${isOver(before)} returning 1)
      select key::text, timestamp::text as time, place::int as seen, (select count(*)::int from gone) as removed
      from step order by place desc limit 1`)
    if (!step) return
    if (step.removed > 0) yield step.removed
    if (step.seen < MOST_AT_ONCE) return
    cursor = step
  }
}

/** One row a connection: few enough to be read through. */
async function* removeSessions(db: Database, before: number): AsyncGenerator<number> {
  yield* repeatedly(() =>
    db.execute(sql`
      delete from charging_session where key in (
        select key from charging_session where disconnected_at < ${instant(before)} limit ${MOST_AT_ONCE})`),
  )
}

/** By location, because that is how means are found by their time. */
async function* removeMeans(db: Database, before: number): AsyncGenerator<number> {
  const oldest = (where: SQL) => sql`
    select vehicle_key, from_at from metered_interval where ${where} and from_at < ${instant(before)}
      and to_at < ${instant(before)} order by from_at limit ${MOST_AT_ONCE}`
  yield* repeatedly(() =>
    db.execute(sql`
      delete from metered_interval where (vehicle_key, from_at) in (
        select vehicle_key, from_at from location l cross join lateral (${oldest(sql`location_uid = l.uid`)}) here
        union all select vehicle_key, from_at from (${oldest(sql`location_uid is null`)}) nowhere
        limit ${MOST_AT_ONCE})`),
  )
}

async function* repeatedly(remove: () => Promise<{ count: number }>): AsyncGenerator<number> {
  for (;;) {
    const { count } = await remove()
    if (count > 0) yield count
    if (count < MOST_AT_ONCE) return
  }
}
