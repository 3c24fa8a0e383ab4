'use client'

import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { useClock } from '@/app/(depot)/_data/use-clock'
import { useText } from '@/components/messages/use-text'

/** What went wrong, in the reader's words and by the clock of the depot that the page shows. */
export function useErrorSentence(): (error: unknown) => string {
  const text = useText()
  const clock = useClock()
  return (error) => errorSentence(error, text, clock)
}
