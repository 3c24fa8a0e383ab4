'use client'

import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { settled } from '@/app/(depot)/_data/settled'
import { useErrorSentence } from '@/app/(depot)/_data/use-error-sentence'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import type { PlanAnswer, PlanOverridesInput } from '@/lib/contract/plan-overrides'

export type TriedPlan = {
  answer: PlanAnswer | undefined
  /** Why there is none, also when it was asked for again. */
  failed: string | undefined
  /** Asks for it again; undefined where it is refused, for then another answer needs another question. */
  onRetry: (() => void) | undefined
  /** What is asked is impossible or no value at all: the form that it comes from says so at its field. */
  isRefused: boolean
  /** What is shown is of what was asked before, or of the depot as it was. */
  isOld: boolean
}

/**
 * The depot's plan with what is overridden, tried and not stored: again whenever that changes, or the depot does.
 * @param overrides null: nothing is tried
 * @param locationUid the depot, where it is not the one that the page shows
 */
export function useTriedPlan(overrides: PlanOverridesInput | null, locationUid?: string): TriedPlan {
  const errorWords = useErrorSentence()
  const { location } = useDepot()
  const uid = locationUid ?? location.id
  const tried = useQuery({
    queryKey: ['try', uid, overrides],
    queryFn:
      overrides === null
        ? skipToken
        : async ({ signal }) => {
            await settled(signal)
            const request = {
              params: { locationUid: uid },
              query: { dryRun: 'true' as const },
              body: overrides,
            }
            return (await call('planLocation', 'POST /locations/{locationUid}/plan', request, signal)).body
          },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const problem = tried.error instanceof ApiProblem ? tried.error.problem : null
  const isRefused = problem?.status === 400 || problem?.status === 422
  return {
    answer: tried.data,
    failed: tried.error ? errorWords(tried.error) : undefined,
    onRetry: isRefused ? undefined : () => void tried.refetch(),
    isRefused,
    isOld: tried.isFetching || tried.isPlaceholderData,
  }
}
