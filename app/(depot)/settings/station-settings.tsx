'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { PlugZap, Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { isAwaited } from '@/app/(depot)/_data/is-awaited'
import { simulationQuery, stationsQuery, waitingStationsQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { ConfirmRemoval } from '@/app/(depot)/settings/confirm-removal'
import { EditStation } from '@/app/(depot)/settings/edit-station'
import { NewStation } from '@/app/(depot)/settings/new-station'
import { SimulationSettings } from '@/app/(depot)/settings/simulation-settings'
import { WaitingStations } from '@/app/(depot)/settings/waiting-stations'
import { durationWords, nearDayAndTime, type Reading } from '@/components/format/instant-format'
import type { Text } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { CardTable } from '@/components/ui/card-table'
import { EmptyState } from '@/components/ui/notice'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Location } from '@/lib/contract/location'
import type { ChargingStation } from '@/lib/contract/station'

/** The charging stations of a depot: added, adopted, changed, removed. */
export function StationSettings({ location }: { location: Location }) {
  const text = useText()
  const queries = useQueryClient()
  const stations = useQuery(stationsQuery(location.id))
  const waiting = useQuery(waitingStationsQuery)
  const simulation = useQuery(simulationQuery(location.id))
  const isComing = stations.isPending || isAwaited(waiting) || isAwaited(simulation)
  const [adding, setAdding] = useState<'new' | ChargingStation | null>(null)
  const [editing, setEditing] = useState<ChargingStation | null>(null)
  const [removing, setRemoving] = useState<ChargingStation | null>(null)
  const reload = () => queries.invalidateQueries({ queryKey: ['stations'] })
  const add = (
    <Button size="small" onClick={() => setAdding('new')}>
      <Plus aria-hidden />
      {text('stations.add')}
    </Button>
  )
  if (isComing) return <SkeletonRows rows={5} label={text('app.loading')} />
  return (
    <div className="flex flex-col gap-4">
      <SimulationSettings location={location} />
      {waiting.data && waiting.data.length > 0 && (
        <WaitingStations stations={waiting.data} location={location} onAdopted={reload} />
      )}
      <Panel>
        <PanelHeader title={text('stations.title')} note={text('stations.note')}>
          {add}
        </PanelHeader>
        {stations.data ? (
          stations.data.length > 0 ? (
            <StationTable stations={stations.data} onEdit={setEditing} onPassword={setAdding} onRemove={setRemoving} />
          ) : (
            <EmptyState icon={PlugZap} title={text('stations.none')} action={add} className="m-5">
              {text('stations.noneBody')}
            </EmptyState>
          )
        ) : (
          <FailedQuery query={stations} className="m-5" />
        )}
      </Panel>
      {adding && (
        <NewStation
          location={location}
          existing={adding === 'new' ? null : adding}
          onMade={reload}
          onClose={() => setAdding(null)}
        />
      )}
      {editing && <EditStation station={editing} onSaved={reload} onClose={() => setEditing(null)} />}
      {removing && (
        <ConfirmRemoval
          title={text('stations.removeTitle', { name: removing.name ?? removing.id })}
          body={text('stations.removeBody')}
          action={text('stations.remove')}
          done={text('stations.removed', { name: removing.name ?? removing.id })}
          remove={() => call('deleteStation', 'DELETE /stations/{stationId}', { params: { stationId: removing.id } })}
          onRemoved={reload}
          onClose={() => setRemoving(null)}
        />
      )}
    </div>
  )
}

type StationTableProps = {
  stations: readonly ChargingStation[]
  onEdit: (station: ChargingStation) => void
  onPassword: (station: ChargingStation) => void
  onRemove: (station: ChargingStation) => void
}

function StationTable({ stations, onEdit, onPassword, onRemove }: StationTableProps) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const columns = ['stations.state', 'stations.device', 'stations.follows', 'stations.clock'] as const
  const rows = stations.map((station) => {
    const name = station.name ?? station.id
    const { vendor, model, protocol, steerable } = station
    return {
      id: station.id,
      name: (
        <>
          {name}
          {name !== station.id && <span className="block font-normal text-ink-3 text-xs">{station.id}</span>}
        </>
      ),
      cells: [
        stateWords(station, now, reading),
        [vendor, model, protocol?.replace('ocpp', 'OCPP ')].filter(Boolean).join(', ') || text('unknown'),
        steerable ? text(`stations.steer.${steerable}`) : text('unknown'),
        clockWords(station.clockOffsetMs, text),
      ],
      action: (
        <>
          <Button
            tone="quiet"
            size="small"
            aria-label={text('stations.editNamed', { name })}
            onClick={() => onEdit(station)}
          >
            {text('stations.edit')}
          </Button>
          <Button tone="quiet" size="small" onClick={() => onPassword(station)}>
            {text('stations.newPassword')}
          </Button>
          <Button
            tone="quiet"
            size="small"
            aria-label={text('stations.removeNamed', { name })}
            onClick={() => onRemove(station)}
          >
            {text('stations.remove')}
          </Button>
        </>
      ),
    }
  })
  return (
    <div className="overflow-x-auto">
      <CardTable nameColumn={text('stations.name')} columns={columns.map((column) => text(column))} rows={rows} />
    </div>
  )
}

function stateWords({ online, lastSeen }: ChargingStation, now: number, reading: Reading): string {
  const { text } = reading
  if (online) return text('stations.online')
  if (!lastSeen) return text('stations.never')
  return text('stations.offline', { time: nearDayAndTime(Date.parse(lastSeen), now, reading) })
}

const SAME_MS = 2_000

function clockWords(offsetMs: number | undefined, text: Text): string {
  if (offsetMs === undefined) return text('unknown')
  if (Math.abs(offsetMs) < SAME_MS) return text('stations.clockRight')
  const time = durationWords(Math.abs(offsetMs), { text })
  return text(offsetMs > 0 ? 'stations.clockBehind' : 'stations.clockAhead', { time })
}
