import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { HOUR_MS, type Interval } from '@/lib/time/interval'

/** The hours (epoch ms ÷ an hour, whole) of `range` in which a charger of the location metered anything or a vehicle connected. */
export async function listHeardHours(db: Database, locationUid: string, { from, to }: Interval): Promise<Set<number>> {
  const inRange = (column: ReturnType<typeof sql.raw>) =>
    sql`location_uid = ${locationUid} and ${column} >= ${new Date(from).toISOString()} and ${column} < ${new Date(to).toISOString()}`
  const hourOf = (column: ReturnType<typeof sql.raw>) =>
    sql`floor(extract(epoch from ${column}) * 1000 / ${HOUR_MS}::float8)::float8`
  const [metered, connected] = [sql.raw('from_at'), sql.raw('connected_at')]
  const rows = await db.execute<{ hour: number }>(sql`
    select distinct ${hourOf(metered)} as hour from metered_interval where ${inRange(metered)}
    union select distinct ${hourOf(connected)} from charging_session where ${inRange(connected)}`)
  return new Set(rows.map(({ hour }) => hour))
}
