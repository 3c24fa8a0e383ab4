'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { ListX } from 'lucide-react'
import { useState } from 'react'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { tokenCallsQuery } from '@/app/(depot)/settings/access-queries'
import { bytesWords } from '@/components/format/number-format'
import { TokenCallTable } from '@/components/settings/token-call-table'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { TokenCalls as Calls, RefreshToken } from '@/lib/contract/access'

type TokenCallsProps = { token: RefreshToken; onClose: () => void }

/** What the system of a token called in the last day, and how it went. */
export function TokenCalls({ token, onClose }: TokenCallsProps) {
  const { text } = useReading()
  const [which, setWhich] = useState<'all' | 'refused'>('all')
  const calls = useInfiniteQuery(tokenCallsQuery(token.id, which === 'refused'))
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={text('tokens.callsTitle', { name: token.name })}
      description={text('tokens.callsBody')}
    >
      <div className="flex flex-col gap-4">
        <SegmentedControl
          className="self-start"
          label={text('tokens.calls.which')}
          value={which}
          onValueChange={setWhich}
          options={(['all', 'refused'] as const).map((value) => ({ value, label: text(`tokens.calls.${value}`) }))}
        />
        {calls.data ? (
          <CallPages pages={calls.data.pages} refused={which === 'refused'} />
        ) : calls.isError ? (
          <FailedQuery query={calls} />
        ) : (
          <SkeletonRows rows={6} label={text('app.loading')} />
        )}
        {calls.isFetchNextPageError ? (
          <FailedQuery query={{ error: calls.error, refetch: calls.fetchNextPage }} />
        ) : (
          calls.hasNextPage && (
            <Button
              tone="quiet"
              size="small"
              className="self-center"
              disabled={calls.isFetchingNextPage}
              onClick={() => calls.fetchNextPage()}
            >
              {text('tokens.calls.more')}
            </Button>
          )
        )}
      </div>
    </Drawer>
  )
}

function CallPages({ pages, refused }: { pages: readonly Calls[]; refused: boolean }) {
  const reading = useReading()
  const { text, locale } = reading
  const calls = pages.flatMap((page) => page.calls)
  const total = pages[0]?.lastDay
  return (
    <>
      {total && total.calls > 0 && (
        <p className="text-ink-2 text-sm">
          {text('tokens.calls.total', {
            count: total.calls,
            refused: total.refused,
            sent: bytesWords(total.requestBytes, locale),
            answered: bytesWords(total.responseBytes, locale),
          })}
        </p>
      )}
      {calls.length > 0 ? (
        <TokenCallTable calls={calls} reading={reading} />
      ) : (
        <EmptyState icon={ListX} title={text(refused ? 'tokens.calls.noneRefused' : 'tokens.calls.none')}>
          {text('tokens.calls.noneBody')}
        </EmptyState>
      )}
    </>
  )
}
