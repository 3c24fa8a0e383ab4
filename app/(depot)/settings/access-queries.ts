'use client'

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'

/** The tokens, and those revoked in the last day: what their systems called can still be looked at. */
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) =>
    (await call('listTokens', 'GET /auth/tokens', { query: { revoked: 'true' } }, signal)).body.tokens,
})

const CALLS = 100
const CALLS_AGE_MS = 10_000

/** What the system of a token called in the last day, page by page. */
export function tokenCallsQuery(id: string, refused: boolean) {
  return infiniteQueryOptions({
    queryKey: ['token-calls', id, refused],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: String(CALLS), ...(refused && { refused: 'true' as const }) }
      const request = { params: { id }, query: { ...query, ...(pageParam && { before: pageParam }) } }
      return (await call('listTokenCalls', 'GET /auth/tokens/{id}/calls', request, signal)).body
    },
    initialPageParam: '',
    getNextPageParam: ({ before }) => before,
    refetchInterval: CALLS_AGE_MS,
  })
}

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) => (await call('listStaff', 'GET /staff', {}, signal)).body.staff,
})
