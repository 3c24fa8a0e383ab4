'use client'

import type { DepotSettings } from '@/app/(depot)/_data/change-depot'
import { useChangeDepot } from '@/app/(depot)/_data/use-change-depot'
import { withLimit } from '@/components/limits/timed-limit'
import { useText } from '@/components/messages/use-text'
import type { WhatIf } from '@/components/what-if/what-if-draft'
import type { Location } from '@/lib/contract/location'

type Applied = Pick<WhatIf, 'limit' | 'strategy'>

/** Stores what of a what-if can be stored: a limit for a time, a strategy. */
export function useApplyWhatIf(after: () => void) {
  const text = useText()
  return useChangeDepot({ settingsOf, done: () => text('whatIf.applied'), after })
}

function settingsOf({ powerLimits }: Location, { limit, strategy }: Applied): DepotSettings {
  return {
    ...(strategy && { strategy }),
    ...(limit && { powerLimits: { dates: withLimit(powerLimits?.dates ?? [], limit, Date.now()) } }),
  }
}
