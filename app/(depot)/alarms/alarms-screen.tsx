'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { AcknowledgeDialog } from '@/app/(depot)/_alarms/acknowledge-dialog'
import { AcknowledgeButton } from '@/app/(depot)/_alarms/alarm-bar'
import { alarmHistoryQuery, openAlarmsQuery } from '@/app/(depot)/_alarms/alarms-queries'
import { NoticeSwitches } from '@/app/(depot)/_alarms/notice-switches'
import { isAwaited } from '@/app/(depot)/_data/is-awaited'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { unseen } from '@/components/alarms/alarm-format'
import { AlarmRow } from '@/components/alarms/alarm-row'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Alarm } from '@/lib/contract/alarm'

/** What is wrong at the depot now, who sees to it, and what was. */
export function AlarmsScreen() {
  const text = useText()
  const { location } = useDepot()
  const open = useQuery(openAlarmsQuery(location.id))
  return (
    <>
      <PageHeader title={text('alarms.title')}>
        <AcknowledgeAll alarms={open.data ?? []} />
      </PageHeader>
      <div className="flex flex-col gap-6">
        <NoticeSwitches alarms={open.data ?? []} />
        {open.data ? (
          <OpenAlarms alarms={open.data} />
        ) : open.isError ? (
          <FailedQuery query={open} />
        ) : (
          <SkeletonRows label={text('app.loading')} />
        )}
        <History waits={isAwaited(open)} />
      </div>
    </>
  )
}

function OpenAlarms({ alarms }: { alarms: readonly Alarm[] }) {
  const text = useText()
  if (alarms.length === 0)
    return (
      <EmptyState icon={CircleCheck} title={text('alarms.noneOpen')}>
        {text('alarms.noneOpenBody')}
      </EmptyState>
    )
  return (
    <AlarmList
      title={text('alarms.open')}
      alarms={alarms}
      actionOf={(alarm) => (alarm.acknowledged ? undefined : <AcknowledgeButton alarm={alarm} />)}
    />
  )
}

/** @param waits what stands above has no height yet, and would push this down */
function History({ waits }: { waits: boolean }) {
  const text = useText()
  const { location } = useDepot()
  const history = useInfiniteQuery(alarmHistoryQuery(location.id))
  if (waits || history.isPending) return <SkeletonRows label={text('app.loading')} />
  if (!history.data) return <FailedQuery query={history} />
  const alarms = history.data.pages.flatMap((page) => page.alarms)
  return (
    <div className="flex flex-col gap-3">
      <AlarmList title={text('alarms.history')} alarms={alarms} />
      {alarms.length === 0 && <p className="px-1 text-ink-2 text-sm">{text('alarms.noHistory')}</p>}
      {history.isFetchNextPageError ? (
        <FailedQuery query={{ error: history.error, refetch: history.fetchNextPage }} />
      ) : history.hasNextPage ? (
        <Button
          className="self-center"
          disabled={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {text('alarms.earlier')}
        </Button>
      ) : null}
    </div>
  )
}

type AlarmListProps = { title: string; alarms: readonly Alarm[]; actionOf?: (alarm: Alarm) => ReactNode }

function AlarmList({ title, alarms, actionOf }: AlarmListProps) {
  const now = useNow()
  const reading = useReading()
  const openSubject = useOpenSubject()
  return (
    <section>
      <h2 className="mb-2 flex items-baseline gap-2 px-1 font-semibold text-ink-2 text-sm">
        {title}
        {alarms.length > 0 && <span className="font-normal text-ink-3">{alarms.length}</span>}
      </h2>
      {alarms.length > 0 && (
        <ul className="flex flex-col gap-px overflow-hidden rounded-lg border border-line bg-line">
          {alarms.map((alarm) => (
            <AlarmRow
              key={alarm.id}
              alarm={alarm}
              now={now}
              reading={reading}
              onOpen={openSubject(alarm)}
              action={actionOf?.(alarm)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** A vehicle's alarm opens its schedule, a charger's the page Chargers. */
function useOpenSubject() {
  const router = useRouter()
  const { location } = useDepot()
  const { set } = useUrlState()
  return ({ scheduleId, stationId }: Alarm) => {
    if (scheduleId !== undefined) return () => set({ schedule: scheduleId }, true)
    if (stationId === undefined) return undefined
    return () => router.push(`/chargers?depot=${encodeURIComponent(location.id)}`)
  }
}

function AcknowledgeAll({ alarms }: { alarms: readonly Alarm[] }) {
  const text = useText()
  const mayAcknowledge = useMay('write')
  const [asked, setAsked] = useState<readonly Alarm[] | null>(null)
  const waiting = unseen(alarms)
  return (
    <>
      {mayAcknowledge && waiting.length > 1 && (
        <Button onClick={() => setAsked(waiting)}>{text('alarms.acknowledgeAll', { count: waiting.length })}</Button>
      )}
      {asked && <AcknowledgeDialog alarms={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
