'use client'

import { useQueryClient } from '@tanstack/react-query'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useErrorSentence } from '@/app/(depot)/_data/use-error-sentence'
import { useText } from '@/components/messages/use-text'
import { useToast } from '@/components/ui/toast'

/** Takes back what a click did: runs the way back, says what came of it, and asks again for what follows. */
export function useTakeBack(): (wayBack: () => Promise<unknown>) => void {
  const text = useText()
  const errorWords = useErrorSentence()
  const toast = useToast()
  const queries = useQueryClient()
  return (wayBack) =>
    void wayBack().then(
      () => {
        toast({ tone: 'good', sentence: text('fixes.undone') })
        return refreshDepot(queries)
      },
      (error: unknown) => toast({ tone: 'critical', sentence: errorWords(error) }),
    )
}
