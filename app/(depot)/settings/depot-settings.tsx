'use client'

import { useQuery } from '@tanstack/react-query'
import { Building2, Plus } from 'lucide-react'
import { useState } from 'react'
import type { StoredDepot } from '@/app/(depot)/_data/change-depot'
import { useNow } from '@/app/(depot)/_data/use-now'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { DepotSectionForm } from '@/app/(depot)/settings/depot-section-form'
import { NewDepot } from '@/app/(depot)/settings/new-depot'
import { storedDepotQuery } from '@/app/(depot)/settings/save-section'
import { useLocale, useText } from '@/components/messages/use-text'
import { comingLimits } from '@/components/settings/dated-limit-format'
import { DatedLimits } from '@/components/settings/dated-limits'
import { ChargingFields, GridFields, PlaceFields, TariffFields } from '@/components/settings/depot-fields'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Location } from '@/lib/contract/location'

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
          <OneDepot key={location.id} uid={location.id} mayChange={mayChange} />
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

function OneDepot({ uid, mayChange }: { uid: string; mayChange: boolean }) {
  const text = useText()
  const stored = useQuery(storedDepotQuery(uid))
  if (stored.data) return <DepotSections stored={stored.data} mayChange={mayChange} />
  return stored.isError ? <FailedQuery query={stored} /> : <SkeletonRows label={text('app.loading')} />
}

/** Each section is edited and saved for itself, on the version that everybody's last change made. */
function DepotSections({ stored, mayChange }: { stored: StoredDepot; mayChange: boolean }) {
  const text = useText()
  const now = useNow()
  const locale = useLocale()
  const { location } = stored
  const { tariff, baseLoad, powerLimits, timeZone: zone } = location
  const hasDatedLimits = comingLimits(powerLimits?.dates ?? [], now).length > 0
  const common = { stored, mayChange }
  return (
    <div className="flex flex-col gap-6">
      <DepotSectionForm {...common} section="place">
        {(form) => <PlaceFields {...form} />}
      </DepotSectionForm>
      <DepotSectionForm {...common} section="grid">
        {(form) => (
          <GridFields
            {...form}
            dated={baseLoad?.dates?.length ?? 0}
            datedLimits={
              hasDatedLimits && (
                <DatedLimits
                  limits={form.draft.datedLimits}
                  onChange={(datedLimits) => form.onChange({ datedLimits })}
                  disabled={form.disabled}
                  now={now}
                  reading={{ locale, zone, text }}
                />
              )
            }
          />
        )}
      </DepotSectionForm>
      <DepotSectionForm {...common} section="tariff">
        {(form) => (
          <TariffFields {...form} dated={tariff?.dates?.length ?? 0} computedPeakkW={tariff?.computedPeakkW} />
        )}
      </DepotSectionForm>
      <DepotSectionForm {...common} section="charging">
        {(form) => <ChargingFields {...form} />}
      </DepotSectionForm>
    </div>
  )
}
