'use client'

import { useQuery } from '@tanstack/react-query'
import { Building2, CloudOff } from 'lucide-react'
import dynamic from 'next/dynamic'
import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { AlarmNotices } from '@/app/(depot)/_alarms/alarm-notices'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { locationsQuery, sessionQuery } from '@/app/(depot)/_data/queries'
import { useConnectionLost } from '@/app/(depot)/_data/use-connection'
import { useDepotChanges } from '@/app/(depot)/_data/use-depot-changes'
import { useFirstAnswers } from '@/app/(depot)/_data/use-first-answers'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { chooseDepot } from '@/app/(depot)/_depot/choose-depot'
import { DepotContext } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import type { FirstAnswers } from '@/app/(depot)/first-answers'
import { timeOfDay, zoneName } from '@/components/format/instant-format'
import { useLocale, useText } from '@/components/messages/use-text'
import { AppShell } from '@/components/shell/app-shell'
import { pageOf } from '@/components/shell/pages'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Banner, EmptyState } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { useToast } from '@/components/ui/toast'
import { mayLeave } from '@/components/ui/unsaved'
import type { Language } from '@/lib/contract/enumerations'
import type { Location } from '@/lib/contract/location'

const ScheduleDrawer = dynamic(
  () => import('@/app/(depot)/schedules/schedule-drawer').then((module) => module.ScheduleDrawer),
  { ssr: false },
)
const ShortcutsDialog = dynamic(
  () => import('@/components/shell/shortcuts-dialog').then((module) => module.ShortcutsDialog),
  { ssr: false },
)

/** The page that hangs on a wall has no frame: nobody presses anything there. */
const WALL_PATH = '/wall'

/** The reference of the API is of no depot, and is read without a script: it waits for nothing. */
const REFERENCE_PATH = '/api-docs'

/** The frame of the signed-in pages: who is here, which depot, what is wrong with the connection. */
export function DepotFrame({ answers, children }: { answers: FirstAnswers | null; children: ReactNode }) {
  const text = useText()
  const toast = useToast()
  const locale = useLocale()
  const router = useRouter()
  const path = usePathname()
  const { get, set } = useUrlState()
  useFirstAnswers(answers)
  const session = useQuery(sessionQuery)
  const locations = useQuery(locationsQuery)
  const lostSince = useConnectionLost()
  const [helpOpen, setHelpOpen] = useState(false)
  const location = chooseDepot(locations.data ?? [], get('depot'))
  const isLive = useDepotChanges(location?.id)
  const depotInUrl = get('depot')
  const isUnknown = depotInUrl !== null && locations.data !== undefined && !locations.isFetching && !location
  const scheduleId = get('schedule')

  const hrefOf = useCallback(
    (to: string) => (depotInUrl ? `${to}?depot=${encodeURIComponent(depotInUrl)}` : to),
    [depotInUrl],
  )
  const goTo = useCallback((to: string) => mayLeave() && router.push(hrefOf(to)), [router, hrefOf])
  useShortcuts({ goTo, showShortcuts: useCallback(() => setHelpOpen(true), []) })

  const signedOut = [session.error, locations.error].some(
    (error) => error instanceof ApiProblem && error.problem.status === 401,
  )
  useEffect(() => {
    if (signedOut) router.replace(`/sign-in?next=${encodeURIComponent(`${path}${window.location.search}`)}`)
  }, [signedOut, router, path])

  const complain = (error: unknown) => toast({ tone: 'critical', sentence: errorSentence(error, text) })
  const signOut = () => call('signOut', 'DELETE /session', {}).then(() => window.location.assign('/sign-in'), complain)
  const chooseLanguage = (language: Language) =>
    call('patchSession', 'PATCH /session', { body: { language } }).then(() => window.location.reload(), complain)
  const depotOf = (one: Location) => ({
    uid: one.id,
    name: one.name ?? one.id,
    zone: zoneName(one.timeZone, Date.now(), locale),
  })
  const failed = session.isError ? session : locations.isError ? locations : undefined
  const content =
    session.data && location ? (
      <DepotContext value={{ location, session: session.data, locations: locations.data ?? [], isLive }}>
        <Suspense fallback={<SkeletonRows label={text('app.loading')} />}>{children}</Suspense>
        <AlarmNotices />
        {scheduleId && <ScheduleDrawer scheduleId={scheduleId} />}
      </DepotContext>
    ) : session.data && isUnknown ? (
      <UnknownDepot depot={depotInUrl} others={locations.data ?? []} onChoose={(uid) => set({ depot: uid })} />
    ) : session.data && locations.data && path.startsWith('/settings') ? (
      children
    ) : failed && !signedOut ? (
      <FailedQuery page query={failed} />
    ) : locations.data?.length === 0 ? (
      <EmptyState page icon={Building2} title={text('depot.none')}>
        {text('depot.noneBody')}
      </EmptyState>
    ) : (
      <SkeletonRows label={text('app.loading')} />
    )
  if (path === WALL_PATH) return <main className="blue-hour min-h-dvh bg-paper text-ink">{content}</main>

  return (
    <AppShell
      page={pageOf(path)}
      hrefOf={hrefOf}
      depot={{
        depots: locations.data?.map(depotOf),
        current: location && depotOf(location),
        onChange: (uid) => mayLeave() && set({ depot: uid, schedule: null }),
      }}
      user={{
        user: session.data,
        onShortcuts: () => setHelpOpen(true),
        goTo,
        onLanguage: (language) => void (mayLeave() && chooseLanguage(language)),
        onSignOut: () => void (mayLeave() && signOut()),
      }}
      banner={
        lostSince === null ? (
          !isLive && (
            <p role="status" className="no-print px-4 pt-2 text-ink-2 text-xs md:px-8">
              {text('connection.notLive')}
            </p>
          )
        ) : (
          <Banner tone="caution" icon={CloudOff} className="rounded-none px-4 md:px-8">
            {text('connection.lost', { time: timeOfDay(lostSince, { locale, zone: location?.timeZone ?? 'UTC' }) })}
          </Banner>
        )
      }
    >
      {path === REFERENCE_PATH ? children : content}
      {helpOpen && <ShortcutsDialog open={helpOpen} onOpenChange={setHelpOpen} />}
    </AppShell>
  )
}

type UnknownDepotProps = { depot: string | null; others: readonly Location[]; onChoose: (uid: string) => void }

/** A link that names a depot that is not there, or not this reader's; another depot would answer a question that nobody asked. */
function UnknownDepot({ depot, others, onChoose }: UnknownDepotProps) {
  const text = useText()
  const [first] = others
  return (
    <EmptyState
      page
      icon={Building2}
      title={text('depot.unknown', { depot: depot ?? '' })}
      action={
        first && (
          <Button onClick={() => onChoose(first.id)}>{text('depot.goTo', { depot: first.name ?? first.id })}</Button>
        )
      }
    >
      {text('depot.unknownBody')}
    </EmptyState>
  )
}
