'use client'

import { queryOptions } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await call('listTokens', 'GET /auth/tokens', {}, signal)).body.tokens,
})

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) => (await call('listStaff', 'GET /staff', {}, signal)).body.staff,
})
