import { and, eq, isNull } from 'drizzle-orm'
import type { AlarmChange, OpenAlarm } from '@/lib/alarms/decide-alarms'
import type { AlarmKind } from '@/lib/contract/alarm'
import { keyInId } from '@/lib/contract/key-in-id'
import type { Database } from '@/lib/db/client'
import { alarm } from '@/lib/db/schema/alarm'

/** The alarms of a location that are not over, those too of which nobody is told yet. */
export async function listOpenAlarms(db: Database, locationUid: string): Promise<OpenAlarm[]> {
  const rows = await db
    .select()
    .from(alarm)
    .where(and(eq(alarm.locationUid, locationUid), isNull(alarm.clearedAt)))
  return rows.map(({ key, kind, subject, about, cause, advice, since, noticedAt, raisedAt, missingSince }) => ({
    ...{ key, kind: kind as AlarmKind, subject, about, cause, advice },
    since: since.getTime(),
    noticedAt: noticedAt.getTime(),
    raisedAt: raisedAt?.getTime() ?? null,
    missingSince: missingSince?.getTime() ?? null,
  }))
}

/** Writes what was decided. Instants epoch ms. */
export async function writeAlarms(
  tx: Database,
  locationUid: string,
  changes: readonly AlarmChange[],
  now: number,
): Promise<void> {
  const begun = changes.flatMap((change) => {
    if (change.does !== 'begin') return []
    const { does: _, since, raisedAt, ...rest } = change
    return [{ ...rest, locationUid, since: new Date(since), noticedAt: new Date(now), raisedAt: instant(raisedAt) }]
  })
  if (begun.length > 0) await tx.insert(alarm).values(begun)
  for (const change of changes) if (change.does !== 'begin') await writeChange(tx, change, now)
}

async function writeChange(tx: Database, change: Exclude<AlarmChange, { does: 'begin' }>, now: number): Promise<void> {
  if (change.does === 'forget') await tx.delete(alarm).where(eq(alarm.key, change.key))
  else if (change.does === 'clear')
    await tx
      .update(alarm)
      .set({ clearedAt: new Date(now) })
      .where(eq(alarm.key, change.key))
  else {
    const { about, cause, advice, since, raisedAt, missingSince } = change
    const times = { since: new Date(since), raisedAt: instant(raisedAt), missingSince: instant(missingSince) }
    await tx
      .update(alarm)
      .set({ about, cause, advice, ...times })
      .where(eq(alarm.key, change.key))
  }
}

const instant = (at: number | null) => (at === null ? null : new Date(at))

/** The key in an alarm's id; 0, which none has, for whatever is no such id. */
export function keyOf(alarmId: string): number {
  return keyInId(alarmId, 'alarm_')
}
