'use client'

import { useCallback, useMemo } from 'react'
import { useStoredChoice } from '@/app/(depot)/_data/use-stored-choice'
import { FLEET_COLUMNS, type FleetColumn, fleetColumnOf } from '@/components/fleet/fleet-columns'

const KEY = 'readyline.fleet.columns'
const USUAL: ReadonlySet<FleetColumn> = new Set(FLEET_COLUMNS.filter(({ spare }) => !spare).map(({ id }) => id))

/** The columns of the fleet's table, remembered by this browser. The name is always among them. */
export function useShownColumns() {
  const [stored, store] = useStoredChoice(KEY)
  const shown = useMemo<ReadonlySet<FleetColumn>>(
    () =>
      stored === null
        ? USUAL
        : new Set(['name', ...stored.split(',').flatMap((name) => fleetColumnOf(name) ?? [])] as const),
    [stored],
  )
  const setShown = useCallback((next: ReadonlySet<FleetColumn>) => store([...next].join(',')), [store])
  const reset = useCallback(() => store(null), [store])
  return { shown, setShown, reset }
}
