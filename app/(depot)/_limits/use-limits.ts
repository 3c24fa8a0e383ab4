'use client'

import { useQueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { patchLimits, refreshDepot } from '@/app/(depot)/_data/change-depot'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { useText } from '@/components/messages/use-text'
import type { DatedLimit } from '@/components/settings/depot-draft'
import { useToast } from '@/components/ui/toast'

/** What is made of the limits of a depot, and the sentence that says so when it is done. */
type Change = { change: (limits: readonly DatedLimit[]) => DatedLimit[]; done: string }

/**
 * Changes the limits of this depot that hold for a time, on the version that was read just before, so that nobody's
 * change is lost; what was there before comes back with one click, unless somebody changed the depot in between.
 */
export function useLimits(after?: () => void) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const { location } = useDepot()
  const refresh = () => refreshDepot(queries)
  const takeBack = ({ before, etag }: Stored) =>
    patchLimits(location.id, powerLimitsOf(before), etag).then(
      () => {
        toast({ tone: 'good', sentence: text('fixes.undone') })
        return refresh()
      },
      (error: unknown) => toast({ tone: 'critical', sentence: errorSentence(error, text) }),
    )
  return useSend(
    ({ change, done }: Change) => storeLimits(location.id, change).then((stored) => ({ stored, done })),
    ({ stored, done }) => {
      toast({ tone: 'good', sentence: done, action: { label: text('fixes.undo'), run: () => void takeBack(stored) } })
      after?.()
      return refresh()
    },
  )
}

/** The limits as they were before a change, and the version that the change made. */
type Stored = { before: readonly DatedLimit[]; etag: string | null }

async function storeLimits(locationUid: string, change: Change['change']): Promise<Stored> {
  const { body, etag } = await call('getLocation', 'GET /locations/{locationUid}', { params: { locationUid } })
  const before = body.powerLimits?.dates ?? []
  const stored = await patchLimits(locationUid, powerLimitsOf(change(before)), etag)
  return { before, etag: stored.etag }
}

const powerLimitsOf = (dates: readonly DatedLimit[]) => ({ dates: dates.length > 0 ? [...dates] : null })
