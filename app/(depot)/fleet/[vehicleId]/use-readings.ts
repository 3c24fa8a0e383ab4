'use client'

import { useCallback } from 'react'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import type { Reading } from '@/components/format/instant-format'

/** How times are read at a depot: a vehicle's stays may be at others than the one that is looked at. */
export function useReadings(): (locationUid: string) => Reading {
  const reading = useReading()
  const { locations } = useDepot()
  return useCallback(
    (uid) => ({ ...reading, zone: locations.find(({ id }) => id === uid)?.timeZone ?? reading.zone }),
    [reading, locations],
  )
}
