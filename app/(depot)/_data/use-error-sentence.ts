'use client'

import { useContext } from 'react'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { DepotContext } from '@/app/(depot)/_depot/depot-context'
import { useLocale, useText } from '@/components/messages/use-text'

/** What went wrong, in the reader's words and by the clock of the depot that the page shows. */
export function useErrorSentence(): (error: unknown) => string {
  const text = useText()
  const locale = useLocale()
  const zone = useContext(DepotContext)?.location.timeZone
  return (error) => errorSentence(error, text, { locale, zone })
}
