'use client'

import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { call } from '@/app/(depot)/_data/call'
import { useNow } from '@/app/(depot)/_data/use-now'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { AuditEntries } from '@/components/audit/audit-entries'
import { AuditTexts } from '@/components/messages/audit-texts'
import { useAuditText } from '@/components/messages/use-audit-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { OperationRequest } from '@/lib/contract/operation'
import type { Operations } from '@/lib/contract/operations'

/** Which changes are listed; what is left out does not choose. */
export type AuditFilter = Omit<NonNullable<OperationRequest<Operations['listAudit']>['query']>, 'before' | 'limit'>

const PAGE = 50

export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, limit: String(PAGE), ...(pageParam && { before: pageParam }) }
      return (await call('listAudit', 'GET /audit', { query }, signal)).body
    },
    initialPageParam: '',
    getNextPageParam: ({ before }) => before,
  })
}

type AuditHistoryProps = { filter: AuditFilter; zone: string; showObject?: boolean }

/** The changes that a filter leaves, page by page. */
export function AuditHistory(props: AuditHistoryProps) {
  return (
    <AuditTexts>
      <Entries {...props} />
    </AuditTexts>
  )
}

function Entries({ filter, zone, showObject = true }: AuditHistoryProps) {
  const text = useAuditText()
  const now = useNow()
  const log = useInfiniteQuery(auditQuery(filter))
  if (!log.data)
    return log.isError ? (
      <FailedQuery query={log} className="m-5" />
    ) : (
      <SkeletonRows rows={4} label={text('app.loading')} />
    )
  const entries = log.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0)
    return (
      <EmptyState icon={History} title={text('audit.none')} className="m-5">
        {text('audit.noneBody')}
      </EmptyState>
    )
  return (
    <>
      <AuditEntries entries={entries} now={now} zone={zone} showObject={showObject} />
      {log.isFetchNextPageError ? (
        <FailedQuery query={{ error: log.error, refetch: log.fetchNextPage }} className="m-5" />
      ) : log.hasNextPage ? (
        <div className="border-line border-t p-3 text-center">
          <Button tone="quiet" size="small" disabled={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
            {text('audit.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
