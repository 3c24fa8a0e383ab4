import { nearDayAndTime, type Reading } from '@/components/format/instant-format'
import type { Text } from '@/components/messages/text'
import type { Alarm } from '@/lib/contract/alarm'

/** What people call what an alarm is about: the vehicle, the place of the charger, or the site. */
export function subjectName(alarm: Alarm, text: Text): string {
  return alarm.vehicleName ?? alarm.vehicleId ?? alarm.place ?? alarm.stationId ?? text('alarms.site')
}

/** `Not charging: Bus 12` */
export function alarmTitle(alarm: Alarm, text: Text): string {
  return text('alarms.one', { kind: text(`alarm.kind.${alarm.kind}`), subject: subjectName(alarm, text) })
}

/** `since 03:04`, or from when to when it was. */
export function alarmTimes({ since, clearedAt }: Alarm, now: number, reading: Reading): string {
  const words = (timestamp: string) => nearDayAndTime(Date.parse(timestamp), now, reading)
  return clearedAt === undefined
    ? reading.text('alarms.since', { time: words(since) })
    : reading.text('alarms.fromTo', { from: words(since), to: words(clearedAt) })
}

/** Who sees to it, or did; null: it goes on, and nobody does. */
export function seenToWords({ acknowledged, clearedAt }: Alarm, now: number, reading: Reading): string | null {
  if (!acknowledged) return clearedAt === undefined ? null : reading.text('alarms.nobody')
  const time = nearDayAndTime(Date.parse(acknowledged.at), now, reading)
  const key = clearedAt === undefined ? 'alarms.seenTo' : 'alarms.seenToBefore'
  return reading.text(key, { name: acknowledged.by, time })
}

/** Those that go on and that nobody sees to, what matters most first. */
export function unseen(alarms: readonly Alarm[]): Alarm[] {
  return alarms.filter(({ acknowledged, clearedAt }) => acknowledged === undefined && clearedAt === undefined)
}
