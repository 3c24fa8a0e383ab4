'use client'

import type { ReactNode } from 'react'
import { AlarmBadge } from '@/components/alarms/alarm-badge'
import { alarmTimes, seenToWords, subjectName } from '@/components/alarms/alarm-format'
import { alarmAdviceWords, alarmCause } from '@/components/alarms/alarm-words'
import type { Reading } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import type { Alarm } from '@/lib/contract/alarm'

type AlarmRowProps = {
  alarm: Alarm
  now: number
  reading: Reading
  /** Opens what it is about; absent where there is nothing to open. */
  onOpen?: () => void
  /** What can be done about it. */
  action?: ReactNode
}

/** One alarm: what, where, since when, why and what to do, and who sees to it. */
export function AlarmRow({ alarm, now, reading, onOpen, action }: AlarmRowProps) {
  const text = useText()
  const name = subjectName(alarm, text)
  const seenTo = seenToWords(alarm, now, reading)
  const isOver = alarm.clearedAt !== undefined
  const { place, vehicleId, acknowledged } = alarm
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 bg-surface px-4 py-3">
      <div className="w-36 shrink-0 max-sm:w-auto">
        <AlarmBadge kind={alarm.kind} quiet={isOver || acknowledged !== undefined} />
      </div>
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {onOpen ? (
            <button type="button" onClick={onOpen} className="break-words text-left font-semibold hover:underline">
              {name}
            </button>
          ) : (
            <span className="break-words font-semibold">{name}</span>
          )}
          {place && vehicleId && <span className="text-ink-2 text-sm">{text('alarms.at', { place })}</span>}
          <span className="text-ink-2 text-sm">{alarmTimes(alarm, now, reading)}</span>
        </p>
        <p className="text-pretty text-sm">{alarmCause(alarm, text)}</p>
        {!isOver && <p className="text-pretty text-ink-2 text-sm">{alarmAdviceWords(alarm, text)}</p>}
        {seenTo && <p className="text-ink-3 text-sm">{seenTo}</p>}
      </div>
      {action && <div className="no-print">{action}</div>}
    </li>
  )
}
