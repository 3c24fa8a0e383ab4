'use client'

import { ApiProblem } from '@/app/(depot)/_data/call'
import { useText } from '@/components/messages/use-text'
import { ErrorState } from '@/components/ui/notice'

type Failed = { error: Error | null; refetch: () => unknown }

/** What to show in the place of something that could not be loaded. */
export function FailedQuery({ query, className }: { query: Failed; className?: string }) {
  const text = useText()
  const detail = query.error instanceof ApiProblem ? query.error.problem.detail : text('error.network')
  return (
    <ErrorState
      className={className}
      title={text('error.title')}
      detail={detail}
      retryLabel={text('action.retry')}
      onRetry={() => void query.refetch()}
    />
  )
}
