import { eq } from 'drizzle-orm'
import { alarmView } from '@/lib/alarms/alarm-view'
import { getAlarmRow } from '@/lib/alarms/get-alarm'
import { recordChanges } from '@/lib/audit/record-changes'
import type { Context } from '@/lib/context'
import type { Alarm } from '@/lib/contract/alarm'
import { alarm } from '@/lib/db/schema/alarm'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

/**
 * Writes who sees to an alarm; the first name stays.
 * @param input.name the caller's own where it is left out
 * @throws Refusal 404, 409 (somebody else was first)
 */
export function acknowledgeAlarm(
  context: Context,
  { alarmId, name, dryRun = false }: { alarmId: string; name?: string | null; dryRun?: boolean },
): Promise<Alarm> {
  return inTransaction(context.db, async (tx) => {
    const row = await getAlarmRow({ ...context, db: tx }, alarmId, { lock: true })
    const by = name ?? context.who.name
    if (row.acknowledgedBy === by) return alarmView(row)
    if (row.acknowledgedBy !== null) throw new Refusal('conflict', `${row.acknowledgedBy} sees to this alarm already.`)
    const acknowledged = { acknowledgedBy: by, acknowledgedAt: new Date(context.now) }
    if (!dryRun) {
      await tx.update(alarm).set(acknowledged).where(eq(alarm.key, row.key))
      await recordChanges({ ...context, db: tx }, [
        {
          ...{ kind: 'alarm', objectId: alarmId, vehicleId: row.about.vehicleId, locationUids: [row.locationUid] },
          ...{ before: {}, after: { acknowledgedBy: by } },
        },
      ])
    }
    return alarmView({ ...row, ...acknowledged })
  })
}
