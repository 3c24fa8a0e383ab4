import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'

/** How far a purpose has come: the departure (epoch ms) and the key of the last stay that it has taken. */
type Mark = { departure: number; key: number }

const AT_THE_BEGINNING: Mark = { departure: Number.NEGATIVE_INFINITY, key: 0 }

type Options = {
  /** Each stay is taken once for each purpose. */
  purpose: string
  /** Epoch ms: stays that departed before it. */
  before: number
  most: number
  work: (tx: Database, keys: number[]) => Promise<void>
}

/**
 * Takes stays that have ended, in order of departure, a few in each step and each step in its own transaction. How far
 * it has come is kept, so that an hourly call reads what is new and not the whole history. Of several processes one
 * takes them, the others have nothing to do.
 * @yields how many stays a step has taken
 */
export async function* takeEndedStays(db: Database, options: Options): AsyncGenerator<number> {
  for (;;) {
    const taken = await inTransaction(db, (tx) => takeStep(tx, options))
    if (taken > 0) yield taken
    if (taken < options.most) return
  }
}

async function takeStep(tx: Database, { purpose, before, most, work }: Options): Promise<number> {
  const key = `ended-stays.${purpose}`
  await tx.execute(
    sql`insert into app_state (key, value) values (${key}, ${JSON.stringify(AT_THE_BEGINNING)}::text::jsonb) on conflict do nothing`,
  )
  const [mark] = await tx.execute<{ departure: number | null; key: number }>(sql`
    select (value->>'departure')::float8 as departure, (value->>'key')::float8 as key
    from app_state where key = ${key} for update skip locked`)
  if (!mark) return 0
  const stays = await nextStays(
    tx,
    { departure: mark.departure ?? Number.NEGATIVE_INFINITY, key: mark.key },
    before,
    most,
  )
  const last = stays.at(-1)
  if (!last) return 0
  await work(
    tx,
    stays.map((stay) => stay.key),
  )
  await tx.execute(
    sql`update app_state set value = ${JSON.stringify(last)}::text::jsonb, updated_at = now() where key = ${key}`,
  )
  return stays.length
}

/** By location, because that is how stays are found by their departure. */
async function nextStays(tx: Database, mark: Mark, before: number, most: number): Promise<Mark[]> {
  const after = Number.isFinite(mark.departure) ? new Date(mark.departure).toISOString() : '-infinity'
  return tx.execute<Mark>(sql`
    select s.key::float8 as key, (extract(epoch from s.departure) * 1000)::float8 as departure
    from location l cross join lateral (
      select key, departure from stay where location_uid = l.uid and departure >= ${after}::timestamptz
        and (departure, key) > (${after}::timestamptz, ${mark.key}::bigint)
        and departure < ${new Date(before).toISOString()}::timestamptz
      order by departure, key limit ${most}) s
    order by s.departure, s.key limit ${most}`)
}
