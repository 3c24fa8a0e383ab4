'use client'

import { useQueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { withLimit } from '@/components/limits/timed-limit'
import { useText } from '@/components/messages/use-text'
import { useToast } from '@/components/ui/toast'
import type { WhatIf } from '@/components/what-if/what-if-draft'
import type { Location } from '@/lib/contract/location'

type Applied = Pick<WhatIf, 'limit' | 'strategy'>
type Settings = { strategy?: Location['strategy']; powerLimits?: { dates: LimitDates | null } }
type LimitDates = NonNullable<NonNullable<Location['powerLimits']>['dates']>

/**
 * Stores what of a what-if can be stored: a limit for a time, a strategy. One click takes it back, unless somebody
 * changed the depot in between.
 */
export function useApplyWhatIf(after: () => void) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const { location } = useDepot()
  const refresh = () => refreshDepot(queries)
  const takeBack = ({ before, etag }: Stored) =>
    patchSettings(location.id, before, etag).then(
      () => {
        toast({ tone: 'good', sentence: text('fixes.undone') })
        return refresh()
      },
      (error: unknown) => toast({ tone: 'critical', sentence: errorSentence(error, text) }),
    )
  return useSend(
    (applied: Applied) => changeSettings(location.id, (stored) => settingsOf(stored, applied)),
    (stored) => {
      const action = { label: text('fixes.undo'), run: () => void takeBack(stored) }
      toast({ tone: 'good', sentence: text('whatIf.applied'), action })
      after()
      return refresh()
    },
  )
}

function settingsOf({ powerLimits }: Location, { limit, strategy }: Applied): Settings {
  return {
    ...(strategy && { strategy }),
    ...(limit && { powerLimits: { dates: withLimit(powerLimits?.dates ?? [], limit, Date.now()) } }),
  }
}

/** Settings as they were before a change, and the version that the change made. */
type Stored = { before: Settings; etag: string | null }

/** Changes settings on the version that was read just before. */
async function changeSettings(locationUid: string, change: (stored: Location) => Settings): Promise<Stored> {
  const { body, etag } = await call('getLocation', 'GET /locations/{locationUid}', { params: { locationUid } })
  const settings = change(body)
  const stored = await patchSettings(locationUid, settings, etag)
  const before = {
    ...(settings.strategy && { strategy: body.strategy }),
    ...(settings.powerLimits && { powerLimits: { dates: body.powerLimits?.dates ?? null } }),
  }
  return { before, etag: stored.etag }
}

function patchSettings(locationUid: string, settings: Settings, etag: string | null) {
  const headers: Record<string, string> = etag ? { 'if-match': etag } : {}
  return call('patchLocation', 'PATCH /locations/{locationUid}', { params: { locationUid }, body: settings, headers })
}
