'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { stationsQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useVehicleNames } from '@/app/(depot)/_data/use-vehicle-name'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { useApplyWhatIf } from '@/app/(depot)/_what-if/use-apply-what-if'
import { useTriedPlan } from '@/app/(depot)/_what-if/use-tried-plan'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/dialog'
import { FormFault } from '@/components/ui/form-fault'
import { PlanComparison } from '@/components/what-if/plan-comparison'
import {
  draftOfUrl,
  NO_DRAFT,
  newDraft,
  urlOfDraft,
  type WhatIf,
  type WhatIfDraft,
  whatIfOf,
} from '@/components/what-if/what-if-draft'
import { WhatIfFields } from '@/components/what-if/what-if-fields'

/** What is tried beside today's plan. The URL holds it, so that a link shows a colleague the same; nothing is stored. */
export function WhatIfDrawer() {
  const text = useText()
  const reading = useReading()
  const now = useNow()
  const nameOf = useVehicleNames()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const [draft, setDraft] = useState(() => draftOfUrl(get, location.timeZone, now))
  const tried = whatIfOf(draft, location, now)
  const plan = useTriedPlan(tried.overrides)
  const close = () => set({ whatif: null, ...NO_DRAFT })
  const show = (next: WhatIfDraft) => {
    setDraft(next)
    set(urlOfDraft(next))
  }
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={text('whatIf.title')}
      description={text('whatIf.body')}
      footer={<Footer tried={tried} onReset={() => show(newDraft(location.timeZone, now))} onClose={close} />}
    >
      <div className="flex flex-col gap-5">
        <WhatIfFields
          draft={draft}
          faults={tried.faults}
          location={location}
          chargers={useChargers(nameOf)}
          onChange={(change) => show({ ...draft, ...change })}
        />
        <PlanComparison
          answer={plan.answer}
          failed={plan.failed}
          onRetry={plan.onRetry}
          isOld={plan.isOld || tried.overrides === null}
          nameOf={nameOf}
          currency={location.tariff?.currency}
          reading={reading}
        />
      </div>
    </Drawer>
  )
}

type FooterProps = { tried: WhatIf; onReset: () => void; onClose: () => void }

/** A limit and a strategy can be applied, by an administrator; the rest is what may happen, not what is decided. */
function Footer({ tried, onReset, onClose }: FooterProps) {
  const text = useText()
  const isAdmin = useMay('admin')
  const { send, sending, faults } = useApplyWhatIf(onClose)
  const { limit, strategy, hasMore, overrides } = tried
  const applies = limit !== undefined || strategy !== undefined
  const name = limit && strategy ? 'whatIf.applyBoth' : limit ? 'whatIf.applyLimit' : 'whatIf.applyStrategy'
  const refused = faults.rest ?? Object.values(faults.fields)[0] ?? null
  return (
    <>
      <div className="mr-auto flex min-w-0 items-center gap-3">
        <Button tone="quiet" onClick={onReset}>
          {text('whatIf.reset')}
        </Button>
        {applies && (!isAdmin || hasMore) && (
          <p className="text-pretty text-ink-3 text-sm">{text(isAdmin ? 'whatIf.onlyTried' : 'whatIf.adminApplies')}</p>
        )}
        <FormFault>{faults.status === 412 ? text('whatIf.stale') : refused}</FormFault>
      </div>
      <Button onClick={onClose}>{text('action.close')}</Button>
      {applies && isAdmin && (
        <Button
          tone="primary"
          disabled={sending || overrides === null}
          onClick={() => send({ ...(limit && { limit }), ...(strategy && { strategy }) })}
        >
          {text(sending ? 'action.saving' : name)}
        </Button>
      )}
    </>
  )
}

/** The evses of the depot, those where a vehicle is plugged in with its name. */
function useChargers(nameOf: (vehicleId: string) => string): { value: string; label: string }[] {
  const text = useText()
  const { location } = useDepot()
  const stations = useQuery(stationsQuery(location.id))
  return (stations.data ?? []).flatMap(({ id, name, evses }) =>
    evses.map(({ evseId, vehicleId }) => {
      const place = { station: name ?? id, evse: evseId }
      return {
        value: `${id}:${evseId}`,
        label: vehicleId
          ? text('whatIf.evseWith', { ...place, vehicle: nameOf(vehicleId) })
          : text('whatIf.evse', place),
      }
    }),
  )
}
