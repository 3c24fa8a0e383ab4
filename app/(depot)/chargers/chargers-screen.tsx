'use client'

import { useQuery } from '@tanstack/react-query'
import { PlugZap } from 'lucide-react'
import { isAwaited } from '@/app/(depot)/_data/is-awaited'
import { simulationQuery, stationsQuery, timelineQuery, vehiclesQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { SimulationNotice } from '@/app/(depot)/_depot/simulation-notice'
import { EvseActions } from '@/app/(depot)/chargers/evse-actions'
import { PlanStrip } from '@/components/charts/plan-strip'
import { nearDayAndTime, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { useText } from '@/components/messages/use-text'
import { EvseBadge } from '@/components/stations/evse-badge'
import { DRAWS_KW, evseState, faultWords, isPlugged } from '@/components/stations/evse-state'
import { Button } from '@/components/ui/button'
import { CardTable } from '@/components/ui/card-table'
import { EmptyState } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { PageHeader, Panel } from '@/components/ui/panel'
import { Quantity } from '@/components/ui/quantity'
import { SkeletonRows } from '@/components/ui/skeleton'
import { placeName } from '@/lib/contract/place-name'
import type { ChargingStation, Evse } from '@/lib/contract/station'
import type { TimelineStay } from '@/lib/contract/timeline'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const COLUMNS = ['state', 'vehicle', 'power', 'charge', 'plan'] as const

/** Every evse of the depot: what it does, who stands there, what it was told and what it gives. */
export function ChargersScreen() {
  const text = useText()
  const reading = useReading()
  const { location } = useDepot()
  const mayAdd = useMay('admin')
  const stations = useQuery(stationsQuery(location.id))
  // Its line stands above the table, and would push it down.
  const simulation = useQuery(simulationQuery(location.id))
  const shown = isAwaited(simulation) ? undefined : stations.data
  const list = shown ?? []
  const measured = list.flatMap(({ evses }) => evses.flatMap(({ powerkW = [] }) => powerkW))
  const power = measured.reduce((total, powerkW) => total + powerkW, 0)
  const add = mayAdd && (
    <Button asChild size="small">
      <PageLink href={`/settings?tab=stations&depot=${encodeURIComponent(location.id)}`}>
        {text('chargers.toSettings')}
      </PageLink>
    </Button>
  )
  return (
    <>
      <PageHeader
        title={text('nav.chargers')}
        note={
          list.length > 0 &&
          text(measured.length > 0 ? 'chargers.note' : 'chargers.noteUnmetered', {
            ...{ online: list.filter(({ online }) => online).length, count: list.length },
            power: numberWords(power, reading.locale),
          })
        }
      >
        {list.length > 0 && add}
      </PageHeader>
      <SimulationNotice />
      {shown ? (
        list.length > 0 ? (
          <EvseTable stations={list} />
        ) : (
          <EmptyState icon={PlugZap} title={text('chargers.none')} action={add}>
            {text('chargers.noneBody')}
          </EmptyState>
        )
      ) : stations.isError ? (
        <FailedQuery query={stations} />
      ) : (
        <SkeletonRows label={text('app.loading')} />
      )}
    </>
  )
}

function EvseTable({ stations }: { stations: readonly ChargingStation[] }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const { location } = useDepot()
  const from = Math.floor(now / HOUR_MS) * HOUR_MS
  const timeline = useQuery(
    timelineQuery(location.id, { from: from - 12 * HOUR_MS, to: from + 48 * HOUR_MS, of: null }),
  )
  const vehicles = useQuery(vehiclesQuery(location.id))
  const nameOf = (id: string) => vehicles.data?.find(({ vehicle }) => vehicle.id === id)?.vehicle.name ?? id
  const rows = stations.flatMap((station) =>
    station.evses.map((evse) => {
      const place = placeName(station, evse)
      const stay = timeline.data?.find(({ id }) => id === evse.scheduleId)
      return {
        id: `${station.id}/${evse.evseId}`,
        name: (
          <>
            {place}
            {place !== station.id && <span className="block font-normal text-ink-3 text-xs">{station.id}</span>}
          </>
        ),
        cells: [
          <StateCell key="state" station={station} evse={evse} now={now} reading={reading} />,
          evse.vehicleId ? (
            <PageLink key="vehicle" href={`/fleet/${encodeURIComponent(evse.vehicleId)}`} className="underline">
              {nameOf(evse.vehicleId)}
            </PageLink>
          ) : isPlugged(evse) ? (
            text('chargers.stranger')
          ) : (
            '—'
          ),
          <PowerCell key="power" station={station} evse={evse} />,
          <Quantity key="charge" value={evse.soc} unit="%" />,
          <PlanCell key="plan" stay={stay} now={now} reading={reading} />,
        ],
        action: <EvseActions station={station} evse={evse} place={place} />,
      }
    }),
  )
  const columns = COLUMNS.map((column) => text(`chargers.${column}`))
  return (
    <Panel className="overflow-x-auto">
      <CardTable nameColumn={text('chargers.evse')} columns={columns} rows={rows} />
    </Panel>
  )
}

type CellProps = { station: ChargingStation; evse: Evse; now: number; reading: Reading }

function StateCell({ station, evse, now, reading }: CellProps) {
  const text = useText()
  const state = evseState(station, evse)
  const since = state === 'offline' ? station.lastSeen : evse.since
  const fault = state === 'fault' ? faultWords(station, evse, text) : null
  return (
    <>
      <EvseBadge state={state} />
      {since && state !== 'never' && (
        <span className="block text-ink-3 text-xs">
          {text('chargers.since', { time: nearDayAndTime(Date.parse(since), now, reading) })}
        </span>
      )}
      {fault && <span className="block text-critical text-sm">{fault}</span>}
    </>
  )
}

/** What is measured, beside what it was told to draw at most; of a free place what a vehicle that comes may draw. */
function PowerCell({ station, evse }: Pick<CellProps, 'station' | 'evse'>) {
  const text = useText()
  const { locale } = useReading()
  const isFree = !isPlugged(evse) && (evse.powerkW ?? 0) < DRAWS_KW
  const { powerkW, limitkW } = evse
  return (
    <>
      {isFree ? (
        <span className="whitespace-nowrap text-ink-3">
          {limitkW === undefined ? '—' : text('chargers.upTo', { power: numberWords(limitkW, locale, 1) })}
        </span>
      ) : (
        <>
          <Quantity value={powerkW} digits={1} className="font-medium" />
          <span className="text-ink-3">
            {' / '}
            {limitkW === undefined ? text('chargers.noLimit') : <Quantity value={limitkW} digits={1} />}
          </span>
        </>
      )}
      {evse.doubtful && <span className="block text-caution text-xs">{text('chargers.doubtful')}</span>}
      {station.steerable === 'none' && (
        <span className="block text-caution text-xs">{text('chargers.notSteerable')}</span>
      )}
    </>
  )
}

function PlanCell({ stay, now, reading }: { stay: TimelineStay | undefined } & Pick<CellProps, 'now' | 'reading'>) {
  const text = useText()
  if (!stay) return '—'
  const { departure } = stay
  return (
    <>
      <span className="text-xs">{text('chargers.leaves', { time: nearDayAndTime(departure, now, reading) })}</span>
      {departure > now && <PlanStrip plan={planOf(stay)} from={now} to={departure} now={now} className="h-5 w-32" />}
    </>
  )
}

/** What is planned of a stay, as a strip draws it. */
function planOf({ arrival, planned }: TimelineStay) {
  const at = (minutes: number) => arrival + minutes * MINUTE_MS
  return { segments: planned.map(([from, to, powerkW]) => ({ from: at(from), to: at(to), powerkW })) }
}
