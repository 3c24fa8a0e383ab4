'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Building2, Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { locationsQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useSend } from '@/app/(depot)/_data/use-send'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { NewDepot } from '@/app/(depot)/settings/new-depot'
import { useLocale, useText } from '@/components/messages/use-text'
import { comingLimits } from '@/components/settings/dated-limit-format'
import { DatedLimits } from '@/components/settings/dated-limits'
import { type DepotDraft, draftOf, patchOf } from '@/components/settings/depot-draft'
import { DepotFields } from '@/components/settings/depot-fields'
import { triedSettings } from '@/components/settings/tried-settings'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { FormFault } from '@/components/ui/form-fault'
import { EmptyState } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { useToast } from '@/components/ui/toast'
import { useUnsaved } from '@/components/ui/unsaved'
import type { Location, LocationInput } from '@/lib/contract/location'

type Versioned = { location: Location; etag: string | null }

/** The settings of one depot, and the way to a new one. */
export function DepotSettings({ location, mayChange }: { location: Location | undefined; mayChange: boolean }) {
  const text = useText()
  const [making, setMaking] = useState(false)
  const newDepot = (
    <Button onClick={() => setMaking(true)}>
      <Plus aria-hidden />
      {text('depotForm.new')}
    </Button>
  )
  return (
    <>
      {location ? (
        <>
          {mayChange && <div className="mb-4 flex justify-end">{newDepot}</div>}
          <StoredDepot key={location.id} uid={location.id} mayChange={mayChange} />
        </>
      ) : (
        <EmptyState icon={Building2} title={text('depot.none')} action={mayChange && newDepot}>
          {text('depot.noneBody')}
        </EmptyState>
      )}
      <NewDepot open={making} onClose={() => setMaking(false)} />
    </>
  )
}

function StoredDepot({ uid, mayChange }: { uid: string; mayChange: boolean }) {
  const text = useText()
  const stored = useQuery({
    queryKey: ['location', uid],
    queryFn: async ({ signal }): Promise<Versioned> => {
      const { body, etag } = await call(
        'getLocation',
        'GET /locations/{locationUid}',
        { params: { locationUid: uid } },
        signal,
      )
      return { location: body, etag }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!stored.data) return <SkeletonRows label={text('app.loading')} />
  return <DepotForm key={stored.data.etag} {...stored.data} mayChange={mayChange} />
}

/** Edits a copy; Save sends it with the version that was read, so that nobody's change is lost. */
function DepotForm({ location, etag, mayChange }: Versioned & { mayChange: boolean }) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const now = useNow()
  const locale = useLocale()
  const [draft, setDraft] = useState(() => draftOf(location, locale))
  const [edited, setEdited] = useState(false)
  useUnsaved(edited, text('form.leave'))
  const reload = () =>
    Promise.all(
      [['location', location.id], locationsQuery.queryKey, ['watch', location.id], ['readiness'], ['load']].map(
        (queryKey) => queries.invalidateQueries({ queryKey }),
      ),
    )
  const { send, sending, faults } = useSend(
    () => savePatch(location.id, etag, draft),
    async () => {
      toast({ tone: 'good', sentence: text('settings.saved') })
      setEdited(false)
      await reload()
    },
  )
  const stale = faults.status === 412
  const change = (part: Partial<DepotDraft>) => {
    setDraft({ ...draft, ...part })
    setEdited(true)
  }
  const hasDatedLimits = comingLimits(location.powerLimits?.dates ?? [], now).length > 0
  return (
    <form
      className="flex flex-col gap-6 [&_:is(input,select,button)]:scroll-mb-36"
      onSubmit={(event) => {
        event.preventDefault()
        if (stale) void reload()
        else send(undefined)
      }}
    >
      <DepotFields
        draft={draft}
        onChange={change}
        faults={faults.fields}
        disabled={!mayChange}
        computedPeakkW={location.tariff?.computedPeakkW}
        dated={{ prices: location.tariff?.dates?.length ?? 0, baseLoad: location.baseLoad?.dates?.length ?? 0 }}
        datedLimits={
          hasDatedLimits && (
            <DatedLimits
              limits={draft.datedLimits}
              onChange={(datedLimits) => change({ datedLimits })}
              disabled={!mayChange}
              now={now}
              reading={{ locale, zone: location.timeZone, text }}
            />
          )
        }
      />
      <FormFault>{stale ? text('settings.stale') : faults.rest}</FormFault>
      {mayChange && (
        <div
          className={classes(
            'z-10 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-line border-t bg-paper/95 py-3 backdrop-blur-sm',
            edited && 'sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] md:bottom-0',
          )}
        >
          {edited && (
            <div className="mr-auto min-w-0 max-sm:w-full">
              <TriedEffect overrides={triedSettings(patchOf(draft))} locationUid={location.id} />
            </div>
          )}
          {edited && <span className="text-ink-2 text-sm">{text('settings.unsaved')}</span>}
          <Button type="submit" tone="primary" disabled={sending || !edited}>
            {stale ? text('action.retry') : text(sending ? 'action.saving' : 'action.save')}
          </Button>
        </div>
      )}
    </form>
  )
}

function savePatch(locationUid: string, etag: string | null, draft: DepotDraft) {
  return call('patchLocation', 'PATCH /locations/{locationUid}', {
    params: { locationUid },
    body: patchOf(draft) as LocationInput & { powerLimits?: undefined; baseLoad?: undefined; tariff?: undefined },
    headers: etag ? { 'if-match': etag } : {},
  })
}
