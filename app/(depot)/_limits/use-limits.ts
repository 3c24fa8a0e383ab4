'use client'

import { useChangeDepot } from '@/app/(depot)/_data/use-change-depot'
import type { DatedLimit } from '@/components/settings/depot-draft'

/** What is made of the limits of a depot, and the sentence that says so when it is done. */
type Change = { change: (limits: readonly DatedLimit[]) => DatedLimit[]; done: string }

/** Changes the limits of this depot that hold for a time. */
export function useLimits(after?: () => void) {
  return useChangeDepot<Change>({
    settingsOf: ({ powerLimits }, { change }) => {
      const dates = change(powerLimits?.dates ?? [])
      return { powerLimits: { dates: dates.length > 0 ? dates : null } }
    },
    done: ({ done }) => done,
    after,
  })
}
