'use client'

import { useErrorSentence } from '@/app/(depot)/_data/use-error-sentence'
import { useText } from '@/components/messages/use-text'
import { ErrorState } from '@/components/ui/notice'

type Failed = { error: Error | null; refetch: () => unknown }

/** What to show in the place of something that could not be loaded. */
export function FailedQuery({ query, ...place }: { query: Failed; className?: string; page?: boolean }) {
  const text = useText()
  const errorWords = useErrorSentence()
  return (
    <ErrorState
      {...place}
      title={text('error.title')}
      detail={errorWords(query.error)}
      retryLabel={text('action.retry')}
      onRetry={() => void query.refetch()}
    />
  )
}
