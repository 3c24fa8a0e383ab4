'use client'

import { useQueryClient } from '@tanstack/react-query'
import {
  changeDepot,
  type DepotSettings,
  patchDepot,
  refreshDepot,
  type SettingsBefore,
} from '@/app/(depot)/_data/change-depot'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useTakeBack } from '@/app/(depot)/_data/use-take-back'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { useText } from '@/components/messages/use-text'
import { useToast } from '@/components/ui/toast'
import type { Location } from '@/lib/contract/location'

type ChangeWords<Input> = {
  /** What is to be stored, from what is. */
  settingsOf: (stored: Location, input: Input) => DepotSettings
  /** The sentence that says that it is done. */
  done: (input: Input) => string
  after?: (() => void) | undefined
}

/** Changes settings of this depot; one click takes the change back, unless somebody changed the depot in between. */
export function useChangeDepot<Input>({ settingsOf, done, after }: ChangeWords<Input>) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const takeBack = useTakeBack()
  const { location } = useDepot()
  const undo = ({ before, etag }: SettingsBefore) => takeBack(() => patchDepot(location.id, before, etag))
  return useSend(
    async (input: Input) => ({ input, made: await changeDepot(location.id, (stored) => settingsOf(stored, input)) }),
    ({ input, made }) => {
      toast({ tone: 'good', sentence: done(input), action: { label: text('fixes.undo'), run: () => undo(made) } })
      after?.()
      return refreshDepot(queries)
    },
  )
}
