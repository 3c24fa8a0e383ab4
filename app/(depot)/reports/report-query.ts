'use client'

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import type { ReportPeriod } from '@/components/reports/report-period'

const FRESH_MS = 60_000

/** The report of a month or a week; of one that is over little changes any more. */
export function reportQuery(locationUid: string, { kind, value }: ReportPeriod) {
  return queryOptions({
    queryKey: ['report', locationUid, kind, value],
    queryFn: async ({ signal }) => {
      const request = { params: { locationUid }, query: { [kind]: value } }
      return (await call('getReport', 'GET /locations/{locationUid}/reports', request, signal)).body
    },
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  })
}
