'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { type DepotSettings, patchDepot, refreshDepot, type StoredDepot } from '@/app/(depot)/_data/change-depot'
import { useErrorSentence } from '@/app/(depot)/_data/use-error-sentence'
import { patchAsSeen } from '@/app/(depot)/_stays/patch-as-seen'
import { swapDuties } from '@/app/(depot)/_stays/swap-duties'
import { isAsSeen, type StayChange, stayChangeOf } from '@/components/explanations/fix-change'
import type { ToldFix } from '@/components/explanations/fix-list'
import { useText } from '@/components/messages/use-text'
import { useToast } from '@/components/ui/toast'
import type { EvSchedule } from '@/lib/contract/schedule'

type Undo = () => Promise<unknown>

/**
 * Applies a fix through the public API, says what was done with a way back, and asks again for what follows. A limit is
 * raised only on the settings that it was computed from, and lowered again only on those that it made.
 *
 * @param after runs once a fix is applied
 */
export function useApplyFix(schedule: EvSchedule, depot: StoredDepot, after: () => void) {
  const text = useText()
  const errorWords = useErrorSentence()
  const toast = useToast()
  const queries = useQueryClient()
  const refresh = () => refreshDepot(queries)
  const complaint = (error: unknown) => {
    if (error instanceof Untouched) return error.message
    const isStale = error instanceof ApiProblem && error.problem.status === 412
    return isStale ? text('fixes.stale') : errorWords(error)
  }
  const complain = (error: unknown) => {
    toast({ tone: 'critical', sentence: complaint(error) })
    void refresh()
  }
  const patchStay = async (change: StayChange, seen: StayChange) => {
    await patchAsSeen(schedule.evId, change, {
      stale: (stored) => (isAsSeen(stored, seen) ? null : new Untouched(text('fixes.stayStale'))),
      gone: () => new Untouched(text('fixes.nothingChanged')),
    })
  }
  const apply = async ({ fix }: ToldFix): Promise<Undo> => {
    if (fix.kind === 'raise-limit') return raiseLimit(depot, fix.powerLimits)
    if (fix.kind === 'swap') return swapDuties(schedule, { ...fix, id: fix.scheduleId })
    const change = stayChangeOf(fix, schedule)
    await patchStay(change.apply, change.undo)
    return () => patchStay(change.undo, change.apply)
  }
  const takeBack = (undo: Undo) =>
    undo().then(() => {
      toast({ tone: 'good', sentence: text('fixes.undone') })
      return refresh()
    }, complain)
  const mutation = useMutation({
    mutationFn: apply,
    onSuccess: (undo, { words }) => {
      const action = { label: text('fixes.undo'), run: () => void takeBack(undo) }
      toast({ tone: 'good', sentence: words.done, action })
      after()
      return refresh()
    },
    onError: complain,
  })
  return { apply: mutation.mutate, applying: mutation.isPending ? mutation.variables.fix.kind : null }
}

/** The call was understood and did nothing. */
class Untouched extends Error {}

/** Raises the limit; it is taken back on the version that the raise made. */
async function raiseLimit({ location, etag }: StoredDepot, powerLimits: DepotSettings['powerLimits']): Promise<Undo> {
  const raised = await patchDepot(location.id, { powerLimits }, etag)
  const before = { powerLimits: { dates: location.powerLimits?.dates ?? null } }
  return () => patchDepot(location.id, before, raised.etag)
}
