'use client'

import { useEffect } from 'react'
import { useText } from '@/components/messages/use-text'
import { ErrorState } from '@/components/ui/notice'

/** A defect on a page: the frame stays, the page can be tried again. */
export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  const text = useText()
  useEffect(() => console.error(error), [error])
  return (
    <ErrorState
      page
      title={text('error.title')}
      detail={text('error.unexpected')}
      retryLabel={text('action.retry')}
      onRetry={reset}
    />
  )
}
