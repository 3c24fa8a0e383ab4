'use client'

import { useVehicleNames } from '@/app/(depot)/_data/use-vehicle-name'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { useTriedPlan } from '@/app/(depot)/_what-if/use-tried-plan'
import { PlanEffect } from '@/components/limits/plan-effect'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'

type TriedEffectProps = {
  /** null: what is typed cannot be tried, so nothing is said of it. */
  overrides: PlanOverridesInput | null
  /** The depot, where it is not the one that the page shows. */
  locationUid?: string
  folded?: boolean
}

/** What a change would do to the depot's plan, before it is saved; nothing for those who may change nothing. */
export function TriedEffect({ overrides, locationUid, folded }: TriedEffectProps) {
  const reading = useReading()
  const mayTry = useMay('write')
  const { location, locations } = useDepot()
  const depot = locations.find(({ id }) => id === locationUid) ?? location
  const nameOf = useVehicleNames(depot.id)
  const { answer, failed, onRetry, isRefused, isOld } = useTriedPlan(mayTry ? overrides : null, locationUid)
  if (!mayTry || overrides === null || isRefused) return null
  return (
    <PlanEffect
      overrides={overrides}
      answer={answer}
      failed={failed}
      onRetry={onRetry}
      isOld={isOld}
      folded={folded}
      nameOf={nameOf}
      currency={depot.tariff?.currency}
      reading={reading}
    />
  )
}
