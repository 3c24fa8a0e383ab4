'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { watchHistory } from '@/components/ui/unsaved'

watchHistory()

const FRESH_MS = 10_000

/** A refusal (4xx) is the server's word: asking again changes nothing. A lost connection is tried again. */
function mayRetry(failures: number, error: Error): boolean {
  if (error instanceof ApiProblem && error.problem.status < 500) return false
  return failures < 2
}

/** What the signed-in pages stand on: the cache of the API's answers. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: FRESH_MS, retry: mayRetry }, mutations: { retry: false } },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
