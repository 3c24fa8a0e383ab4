import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alarmView } from '@/lib/alarms/alarm-view'
import { keyOf } from '@/lib/alarms/stored-alarms'
import type { Context } from '@/lib/context'
import { ALARM_KINDS, type AlarmKind, type AlarmList } from '@/lib/contract/alarm'
import { alarm } from '@/lib/db/schema/alarm'
import { getLocationRow } from '@/lib/locations/get-location'

const MOST_OPEN = 1_000
const USUAL = 100

type Query = { locationUid: string; state?: 'open' | 'cleared' | 'all'; before?: string; limit?: number }

/**
 * The alarms of a location: open ones by what matters most, then the latest first; else the latest first.
 * @param query.before the id of an alarm; `before` of the answer goes on from there
 * @throws Refusal 404
 */
export async function listAlarms(context: Context, query: Query): Promise<AlarmList> {
  const { locationUid, state = 'open', before, limit = state === 'open' ? MOST_OPEN : USUAL } = query
  await getLocationRow(context, locationUid)
  const rows = await context.db
    .select()
    .from(alarm)
    .where(
      and(
        eq(alarm.locationUid, locationUid),
        isNotNull(alarm.raisedAt),
        state === 'open' ? isNull(alarm.clearedAt) : undefined,
        state === 'cleared' ? isNotNull(alarm.clearedAt) : undefined,
        before === undefined ? undefined : isBefore(keyOf(before)),
      ),
    )
    .orderBy(desc(alarm.raisedAt), desc(alarm.key))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const rank = ({ kind }: { kind: string }) => ALARM_KINDS.indexOf(kind as AlarmKind)
  if (state === 'open') page.sort((a, b) => rank(a) - rank(b))
  return {
    alarms: page.map(alarmView),
    ...(rows.length > limit && last && { before: alarmView(last).id }),
  }
}

/** In the order of the list: those of one turn were raised at one moment. */
function isBefore(key: number): SQL {
  return sql`(${alarm.raisedAt}, ${alarm.key}) < (select a.raised_at, a.key from alarm a where a.key = ${key})`
}
