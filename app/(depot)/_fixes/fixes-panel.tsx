'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '@/app/(depot)/_data/call'
import type { StoredDepot } from '@/app/(depot)/_data/change-depot'
import { fixesQuery, vehiclesQuery } from '@/app/(depot)/_data/queries'
import { useErrorSentence } from '@/app/(depot)/_data/use-error-sentence'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { ConfirmFix } from '@/app/(depot)/_fixes/confirm-fix'
import { useApplyFix } from '@/app/(depot)/_fixes/use-apply-fix'
import { fixWords } from '@/components/explanations/fix-format'
import { FixList, FixListSkeleton, type ToldFix } from '@/components/explanations/fix-list'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import type { Fix, ScheduleFixes } from '@/lib/contract/explanations'
import type { EvSchedule } from '@/lib/contract/schedule'

type FixesPanelProps = { schedule: EvSchedule; vehicleName: string; onApplied: () => void }

/** What would end a schedule's shortfall, looked for when it is opened. */
export function FixesPanel({ schedule, vehicleName, onApplied }: FixesPanelProps) {
  const text = useText()
  const errorWords = useErrorSentence()
  const { id, evId, locationUid, planMeta } = schedule
  const found = useQuery(fixesQuery({ vehicleId: evId, scheduleId: id, locationUid, plannedAt: planMeta?.timestamp }))
  if (isUnplanned(found.error)) return <p className="text-pretty text-sm">{errorWords(found.error)}</p>
  if (found.isError) return <FailedQuery query={found} className="bg-transparent" />
  const isUnfinished = found.data?.incomplete === true && found.data.fixes.length === 0
  if (!found.data || (isUnfinished && found.isFetching)) return <FixListSkeleton sentence={text('fixes.loading')} />
  if (isUnfinished) return <Unfinished onAgain={() => void found.refetch()} />
  if (found.data.fixes.length === 0) return <NoFix found={found.data} />
  return <FoundFixes schedule={schedule} vehicleName={vehicleName} onApplied={onApplied} found={found.data} />
}

/** The planner does not plan this schedule, and the refusal says why: asking again would not help. */
function isUnplanned(error: Error | null): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.status === 409
}

/** The search was ended before it found anything: that says nothing of whether there is something. */
function Unfinished({ onAgain }: { onAgain: () => void }) {
  const text = useText()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-pretty text-sm">{text('fixes.unfinished')}</p>
      <Button size="small" onClick={onAgain}>
        {text('action.retry')}
      </Button>
    </div>
  )
}

function NoFix({ found }: { found: ScheduleFixes }) {
  const text = useText()
  return (
    <p className="text-pretty text-sm">
      {found.shortfall ? (
        <>
          <strong className="font-semibold">{text('fixes.none')}</strong> {text('fixes.noneBody')}
        </>
      ) : (
        text('fixes.solved')
      )}
    </p>
  )
}

function FoundFixes({
  schedule,
  vehicleName,
  onApplied,
  found,
}: FixesPanelProps & { found: ScheduleFixes & { depot: StoredDepot } }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const nameOf = useNames(found.fixes)
  const mayChange = { stay: useMay('write'), depot: useMay('admin') }
  const [asked, setAsked] = useState<ToldFix | null>(null)
  const { apply, applying } = useApplyFix(schedule, found.depot, onApplied)
  const subject = {
    schedule,
    vehicleName,
    nameOf,
    powerLimitkW: found.depot.location.powerLimitkW,
    minimumSoc: found.shortfall?.missedMinimumSoc,
  }
  const told = found.fixes.map((fix) => ({ fix, words: fixWords(fix, subject, now, reading) }))
  const mayApply = (kind: Fix['kind']) => (kind === 'raise-limit' ? mayChange.depot : mayChange.stay)
  return (
    <div className="flex flex-col gap-3">
      <p className="text-pretty text-ink-2 text-sm">
        {text('fixes.intro')} {!mayChange.stay && text('fixes.viewer')} {found.incomplete && text('fixes.incomplete')}
      </p>
      <FixList
        fixes={told}
        mayApply={mayApply}
        whoElse={(kind) => (kind === 'raise-limit' && mayChange.stay ? text('fixes.adminOnly') : null)}
        applying={applying}
        onApply={(one) => (one.words.question ? setAsked(one) : apply(one))}
      />
      <ConfirmFix told={asked} onConfirm={apply} onClose={() => setAsked(null)} />
    </div>
  )
}

/** The names of the other vehicles that fixes speak of; the fleet is asked for only then. */
function useNames(fixes: readonly Fix[]): (evId: string) => string {
  const { location } = useDepot()
  const speaksOfOthers = fixes.some(
    (fix) => fix.kind === 'swap' || (fix.kind === 'higher-priority' && fix.costs.length > 0),
  )
  const { data } = useQuery({ ...vehiclesQuery(location.id), enabled: speaksOfOthers })
  return (evId) => data?.find(({ vehicle }) => vehicle.id === evId)?.vehicle.name ?? evId
}
