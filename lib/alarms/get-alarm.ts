import { and, eq, isNotNull } from 'drizzle-orm'
import { type AlarmRow, alarmView } from '@/lib/alarms/alarm-view'
import { keyOf } from '@/lib/alarms/stored-alarms'
import { type Context, canSeeLocation } from '@/lib/context'
import type { Alarm } from '@/lib/contract/alarm'
import { alarm } from '@/lib/db/schema/alarm'
import { Refusal } from '@/lib/errors'

/** The alarm of this id. @throws Refusal 404 */
export async function getAlarm(context: Context, alarmId: string): Promise<Alarm> {
  return alarmView(await getAlarmRow(context, alarmId))
}

/** The row of an alarm that people are told of. `lock` holds it until the transaction ends. @throws Refusal 404 */
export async function getAlarmRow(
  { db, who }: Context,
  alarmId: string,
  { lock }: { lock: boolean } = { lock: false },
): Promise<AlarmRow> {
  const query = db
    .select()
    .from(alarm)
    .where(and(eq(alarm.key, keyOf(alarmId)), isNotNull(alarm.raisedAt)))
  const [row] = lock ? await query.for('update') : await query
  if (!row || !canSeeLocation(who, row.locationUid))
    throw new Refusal('notFound', `There is no alarm with the id ${alarmId}.`)
  return row
}
