import type { Alarm, AlarmKind } from '@/lib/contract/alarm'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { alarm } from '@/lib/db/schema/alarm'

export type AlarmRow = typeof alarm.$inferSelect

/** An alarm as the contract gives it. */
export function alarmView(row: AlarmRow): Alarm {
  const { key, kind, locationUid, since, raisedAt, clearedAt, cause, advice, about } = row
  return {
    id: `alarm_${key}`,
    kind: kind as AlarmKind,
    locationUid,
    since: toTimestamp(since.getTime()),
    raisedAt: toTimestamp((raisedAt ?? since).getTime()),
    ...(clearedAt && { clearedAt: toTimestamp(clearedAt.getTime()) }),
    cause,
    advice,
    ...(row.acknowledgedAt && {
      acknowledged: { at: toTimestamp(row.acknowledgedAt.getTime()), by: row.acknowledgedBy ?? '' },
    }),
    ...about,
  }
}
