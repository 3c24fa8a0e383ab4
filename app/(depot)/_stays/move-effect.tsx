'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { settled } from '@/app/(depot)/_data/settled'
import { useVehicleNames } from '@/app/(depot)/_data/use-vehicle-name'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { timesOf } from '@/app/(depot)/_stays/use-move'
import { PlanEffect } from '@/components/limits/plan-effect'
import type { MovedStay } from '@/components/timeline/moved-stay'

/** Tries the depot's plan with a stay moved; nothing is stored. Tried again when the depot has changed meanwhile. */
export function MoveEffect({ moved }: { moved: MovedStay }) {
  const reading = useReading()
  const nameOf = useVehicleNames()
  const { location } = useDepot()
  const { stay, from, to } = moved
  const effect = useQuery({
    queryKey: ['try', location.id, stay.id, from, to],
    queryFn: async ({ signal }) => {
      await settled(signal)
      const request = {
        params: { locationUid: location.id },
        query: { dryRun: 'true' as const },
        body: { schedules: [{ id: stay.id, ...timesOf(moved) }] },
      }
      return (await call('planLocation', 'POST /locations/{locationUid}/plan', request, signal)).body
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
  return (
    <PlanEffect
      answer={effect.isPlaceholderData ? undefined : effect.data}
      failed={effect.error instanceof ApiProblem ? effect.error.message : undefined}
      nameOf={nameOf}
      currency={location.tariff?.currency}
      reading={reading}
    />
  )
}
