'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { tokensQuery } from '@/app/(depot)/settings/access-queries'
import { ConfirmRemoval } from '@/app/(depot)/settings/confirm-removal'
import { NewToken } from '@/app/(depot)/settings/new-token'
import { TokenCalls } from '@/app/(depot)/settings/token-calls'
import { nearDayAndTime, timeOfDay } from '@/components/format/instant-format'
import { useLocale, useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { type CardRow, CardTable } from '@/components/ui/card-table'
import { EmptyState } from '@/components/ui/notice'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { RefreshToken } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'

/** The refresh tokens of integrations: made, shown once, revoked. */
export function TokenSettings({ locations, zone }: { locations: readonly Location[]; zone: string }) {
  const text = useText()
  const queries = useQueryClient()
  const tokens = useQuery(tokensQuery)
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<RefreshToken | null>(null)
  const { get, set } = useUrlState()
  const shown = tokens.data?.find(({ id }) => id === get('calls'))
  const reload = () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey })
  const newToken = (
    <Button size="small" onClick={() => setMaking(true)}>
      <Plus aria-hidden />
      {text('tokens.new')}
    </Button>
  )
  return (
    <>
      <Panel>
        <PanelHeader title={text('tokens.title')} note={text('tokens.note')}>
          <Button asChild tone="quiet" size="small">
            <a href="/api-docs">{text('reference.title')}</a>
          </Button>
          {newToken}
        </PanelHeader>
        {tokens.data ? (
          tokens.data.length > 0 ? (
            <TokenTable
              tokens={tokens.data}
              locations={locations}
              zone={zone}
              onCalls={({ id }) => set({ calls: id }, true)}
              onRevoke={setRevoking}
            />
          ) : (
            <EmptyState icon={KeyRound} title={text('tokens.none')} action={newToken} className="m-5">
              {text('tokens.noneBody')}
            </EmptyState>
          )
        ) : tokens.isError ? (
          <FailedQuery query={tokens} className="m-5" />
        ) : (
          <SkeletonRows rows={3} label={text('app.loading')} />
        )}
      </Panel>
      <NewToken open={making} locations={locations} zone={zone} onMade={reload} onClose={() => setMaking(false)} />
      {shown && <TokenCalls token={shown} onClose={() => set({ calls: null })} />}
      {revoking && (
        <ConfirmRemoval
          title={text('tokens.revokeTitle', { name: revoking.name })}
          body={text('tokens.revokeBody')}
          action={text('tokens.revoke')}
          done={text('tokens.revoked', { name: revoking.name })}
          remove={() => call('deleteToken', 'DELETE /auth/tokens/{id}', { params: { id: revoking.id } })}
          onRemoved={reload}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  )
}

type TokenTableProps = {
  tokens: readonly RefreshToken[]
  locations: readonly Location[]
  /** Whose clock times are on. */
  zone: string
  onCalls: (token: RefreshToken) => void
  onRevoke: (token: RefreshToken) => void
}

function TokenTable({ tokens, locations, zone, onCalls, onRevoke }: TokenTableProps) {
  const text = useText()
  const now = useNow()
  const locale = useLocale()
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone })
  const dateOf = (time: string | undefined) => (time ? date.format(Date.parse(time)) : text('unknown'))
  const rows = tokens.map(
    (token): CardRow => ({
      id: token.id,
      name: token.name,
      faded: token.revokedAt !== undefined || (token.expiresAt !== undefined && Date.parse(token.expiresAt) <= now),
      cells: [
        text(`tokens.role.${token.role}`),
        locationNames(token.locationUids, locations) ?? text('tokens.allLocations'),
        dateOf(token.createdAt),
        token.lastUsedAt
          ? nearDayAndTime(Date.parse(token.lastUsedAt), now, { locale, zone, text })
          : text('tokens.neverUsed'),
        token.revokedAt
          ? text('tokens.revokedAt', { time: nearDayAndTime(Date.parse(token.revokedAt), now, { locale, zone, text }) })
          : token.expiresAt
            ? `${dateOf(token.expiresAt)} ${timeOfDay(Date.parse(token.expiresAt), { locale, zone })}`
            : text('tokens.never'),
      ],
      action: (
        <span className="inline-flex gap-1">
          <Button
            tone="quiet"
            size="small"
            aria-label={text('tokens.callsOf', { name: token.name })}
            onClick={() => onCalls(token)}
          >
            {text('tokens.callsShort')}
          </Button>
          {!token.revokedAt && (
            <Button
              tone="quiet"
              size="small"
              aria-label={text('tokens.revokeNamed', { name: token.name })}
              onClick={() => onRevoke(token)}
            >
              {text('tokens.revoke')}
            </Button>
          )}
        </span>
      ),
    }),
  )
  const columns = ['tokens.role', 'tokens.locations', 'tokens.created', 'tokens.used', 'tokens.expires'] as const
  return <CardTable nameColumn={text('tokens.name')} columns={columns.map((column) => text(column))} rows={rows} />
}

/** The names of the depots that somebody is narrowed to; undefined when they are not. */
export function locationNames(uids: readonly string[] | undefined, locations: readonly Location[]): string | undefined {
  return uids?.map((uid) => locations.find(({ id }) => id === uid)?.name ?? uid).join(', ')
}
