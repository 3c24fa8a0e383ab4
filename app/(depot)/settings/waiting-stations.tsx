'use client'

import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useSend } from '@/app/(depot)/_data/use-send'
import { timeAgo } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { FormDialog } from '@/components/ui/form-dialog'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { useToast } from '@/components/ui/toast'
import type { Location } from '@/lib/contract/location'
import type { WaitingStations as Waiting } from '@/lib/contract/station'

type WaitingStationsProps = { stations: Waiting['stations']; location: Location; onAdopted: () => unknown }

/** The stations that have tried to connect and are not registered: each is adopted with the password that it tried. */
export function WaitingStations({ stations, location, onAdopted }: WaitingStationsProps) {
  const text = useText()
  const now = useNow()
  const [adopting, setAdopting] = useState<string | null>(null)
  return (
    <Panel>
      <PanelHeader title={text('stations.waitingTitle')} note={text('stations.waitingNote')} />
      <ul className="flex flex-col">
        {stations.map(({ id, attempts, lastSeen, reason }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-5 py-3 last:border-b-0"
          >
            <div className="min-w-0 flex-1 text-sm">
              <p className="break-all font-medium">{id}</p>
              <p className="text-ink-3">
                {text('stations.tries', { count: attempts, time: timeAgo(Date.parse(lastSeen), now, { text }) })}
                {' – '}
                {reason}
              </p>
            </div>
            <Button size="small" aria-label={text('stations.adoptNamed', { name: id })} onClick={() => setAdopting(id)}>
              {text('stations.adopt')}
            </Button>
          </li>
        ))}
      </ul>
      {adopting && (
        <Adopt stationId={adopting} location={location} onAdopted={onAdopted} onClose={() => setAdopting(null)} />
      )}
    </Panel>
  )
}

type AdoptProps = { stationId: string; location: Location; onAdopted: () => unknown; onClose: () => void }

function Adopt({ stationId, location, onAdopted, onClose }: AdoptProps) {
  const text = useText()
  const toast = useToast()
  const { send, sending, faults } = useSend(
    () => {
      const body = { locationUid: location.id, keepPassword: true }
      return call('putStation', 'PUT /stations/{stationId}', { params: { stationId }, body })
    },
    async () => {
      toast({ tone: 'good', sentence: text('stations.adopted', { name: stationId }) })
      await onAdopted()
      onClose()
    },
  )
  const fault = faults.rest ?? Object.values(faults.fields)[0] ?? null
  return (
    <FormDialog
      title={text('stations.adoptTitle', { name: stationId })}
      description={text('stations.adoptBody', { depot: location.name ?? location.id })}
      action={text('stations.adopt')}
      disabled={sending}
      fault={fault}
      onSubmit={() => send(undefined)}
      onClose={onClose}
    />
  )
}
