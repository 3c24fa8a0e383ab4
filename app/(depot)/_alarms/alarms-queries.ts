'use client'

import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import type { AlarmList } from '@/lib/contract/alarm'

/** The stream tells of alarms; where there is none, they are asked for so often, in a hidden tab too. */
const ALARMS_MS = 15_000
const PAGE = 50

/** The alarms of a depot that go on, what matters most first. */
export function openAlarmsQuery(locationUid: string | undefined) {
  return queryOptions({
    queryKey: ['alarms', locationUid, 'open'],
    queryFn:
      locationUid === undefined
        ? skipToken
        : async ({ signal }) => {
            const request = { params: { locationUid } }
            return (await call('listAlarms', 'GET /locations/{locationUid}/alarms', request, signal)).body.alarms
          },
    refetchInterval: ALARMS_MS,
    refetchIntervalInBackground: true,
  })
}

/** The alarms of a depot that are over, the latest first, a page at a time. */
export function alarmHistoryQuery(locationUid: string) {
  return infiniteQueryOptions({
    queryKey: ['alarms', locationUid, 'cleared'],
    queryFn: async ({ signal, pageParam }) => {
      const query = { state: 'cleared' as const, limit: String(PAGE), ...(pageParam && { before: pageParam }) }
      const request = { params: { locationUid }, query }
      return (await call('listAlarms', 'GET /locations/{locationUid}/alarms', request, signal)).body
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: AlarmList) => last.before,
  })
}
