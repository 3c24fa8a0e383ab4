'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { locationsQuery, sessionQuery } from '@/app/(depot)/_data/queries'
import type { FirstAnswers } from '@/app/(depot)/first-answers'

/**
 * Takes over the answers that came with the page. After its first drawing, which has to be the server's: that knows neither
 * the reader's clock nor the window. And before an effect of a query asks.
 */
export function useFirstAnswers(answers: FirstAnswers | null): void {
  const client = useQueryClient()
  useLayoutEffect(() => {
    if (!answers) return
    client.setQueryData(sessionQuery.queryKey, answers.session)
    client.setQueryData(locationsQuery.queryKey, answers.locations)
  }, [client, answers])
}
