'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { dayAndTime } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { Drawer } from '@/components/ui/dialog'
import { SkeletonRows } from '@/components/ui/skeleton'

const SHOWN = '60'

/** The raw messages of a station, newest first. */
export function StationMessages({ stationId, onClose }: { stationId: string; onClose: () => void }) {
  const text = useText()
  const reading = useReading()
  const messages = useQuery({
    queryKey: ['stations', 'messages', stationId],
    queryFn: async ({ signal }) => {
      const request = { params: { stationId }, query: { limit: SHOWN } }
      return (await call('listStationMessages', 'GET /stations/{stationId}/messages', request, signal)).body.messages
    },
  })
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={text('chargers.messagesTitle', { station: stationId })}
    >
      {messages.data ? (
        messages.data.length === 0 ? (
          <p className="text-ink-2">{text('chargers.noMessages')}</p>
        ) : (
          <ol className="flex flex-col gap-3 text-sm">
            {messages.data.map(({ at, direction, action, id, payload, error }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a call and its answer share their id and may share their time
              <li key={`${at} ${id} ${index}`} className="border-line border-b pb-2">
                <p className="flex flex-wrap gap-x-3">
                  <span className="text-ink-3 tabular-nums">{dayAndTime(Date.parse(at), reading)}</span>
                  <span className="font-medium">
                    {direction === 'in' ? '→' : '←'} {action}
                  </span>
                  {error && <span className="text-critical">{error}</span>}
                </p>
                <code className="block break-all font-mono text-ink-2 text-xs">{JSON.stringify(payload)}</code>
              </li>
            ))}
          </ol>
        )
      ) : messages.isError ? (
        <FailedQuery query={messages} />
      ) : (
        <SkeletonRows label={text('app.loading')} />
      )}
    </Drawer>
  )
}
