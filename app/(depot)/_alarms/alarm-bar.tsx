'use client'

import { useQuery } from '@tanstack/react-query'
import { BellRing, Check } from 'lucide-react'
import { useState } from 'react'
import { AcknowledgeDialog } from '@/app/(depot)/_alarms/acknowledge-dialog'
import { openAlarmsQuery } from '@/app/(depot)/_alarms/alarms-queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { AlarmBadge } from '@/components/alarms/alarm-badge'
import { alarmTimes, alarmTitle, subjectName, unseen } from '@/components/alarms/alarm-format'
import { alarmCause } from '@/components/alarms/alarm-words'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { PageLink } from '@/components/ui/page-link'
import { Panel } from '@/components/ui/panel'
import type { Alarm } from '@/lib/contract/alarm'

/** The board's line of alarms: how many there are, and the one that matters most of those that nobody sees to. */
export function AlarmBar() {
  const text = useText()
  const { location } = useDepot()
  const { data: alarms, errorUpdateCount } = useQuery(openAlarmsQuery(location.id))
  const [first] = unseen(alarms ?? [])
  return (
    <Panel
      aria-label={text('alarms.title')}
      className="mb-3 flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-0.5"
    >
      {first ? (
        <FirstAlarm alarm={first} />
      ) : (
        <p className="flex items-center gap-2 text-ink-2 text-sm">
          {alarms?.length === 0 && <Check aria-hidden className="size-4 shrink-0 text-good" />}
          {!alarms && errorUpdateCount > 0 && text('alarms.failed')}
          {alarms && text(alarms.length === 0 ? 'alarms.none' : 'alarms.count', { count: alarms.length })}
        </p>
      )}
      <p className="ml-auto flex items-center gap-3 text-sm">
        {first && alarms && alarms.length > 1 && (
          <span className="flex items-center gap-1.5 text-ink-2">
            <BellRing aria-hidden className="size-4" />
            {text('alarms.count', { count: alarms.length })}
          </span>
        )}
        <PageLink
          href={`/alarms?depot=${encodeURIComponent(location.id)}`}
          className="inline-flex min-h-8 items-center font-medium text-accent-strong hover:underline pointer-coarse:min-h-11"
        >
          {text('alarms.all')}
        </PageLink>
      </p>
    </Panel>
  )
}

function FirstAlarm({ alarm }: { alarm: Alarm }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const { place, vehicleId } = alarm
  return (
    <>
      <AlarmBadge kind={alarm.kind} />
      <p className="min-w-0 flex-1 basis-56 text-sm sm:truncate">
        <span className="font-semibold">{subjectName(alarm, text)}</span>{' '}
        {place && vehicleId && <span className="text-ink-2">{text('alarms.at', { place })} </span>}
        <span className="text-ink-2">{alarmTimes(alarm, now, reading)}</span>
        <span className="text-ink-2 max-sm:hidden"> · {alarmCause(alarm, text)}</span>
      </p>
      <AcknowledgeButton alarm={alarm} />
    </>
  )
}

/** Asks who sees to an alarm; nothing for those who may not say it. */
export function AcknowledgeButton({ alarm }: { alarm: Alarm }) {
  const text = useText()
  const mayAcknowledge = useMay('write')
  // The alarm that was asked about: a more urgent one may take its place on the page meanwhile.
  const [asked, setAsked] = useState<Alarm | null>(null)
  if (!mayAcknowledge) return null
  return (
    <>
      <Button
        size="small"
        className="pointer-coarse:h-11"
        aria-label={text('alarms.acknowledgeOne', { alarm: alarmTitle(alarm, text) })}
        onClick={() => setAsked(alarm)}
      >
        {text('alarms.acknowledge')}
      </Button>
      {asked && <AcknowledgeDialog alarms={[asked]} onClose={() => setAsked(null)} />}
    </>
  )
}
