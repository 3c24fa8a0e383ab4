'use client'

import { useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { timelineQuery } from '@/app/(depot)/_data/queries'
import { partsOf, type StaysOf } from '@/components/timeline/asked-stays'
import { type DrawnStay, shapeStay } from '@/components/timeline/stay'
import type { TimelineStay } from '@/lib/contract/timeline'

const shaped = new WeakMap<TimelineStay, DrawnStay>()

/** A stay is shaped once: what react-query keeps unchanged stays the same object. */
function stayOf(stay: TimelineStay): DrawnStay {
  const known = shaped.get(stay) ?? shapeStay(stay)
  shaped.set(stay, known)
  return known
}

type Asked = { locationUid: string; zone: string; from: number; to: number; of: readonly StaysOf[] }

/**
 * A depot's stays in `[from, to)`, asked for in parts of time and of vehicles, so that moving asks only for what is new.
 * What is on its way takes nothing away that was drawn before; `isAwaited` says whose stays are on their way.
 */
export function useStays({ locationUid, zone, from, to, of }: Asked) {
  const parts = useMemo(() => partsOf({ from, to, zone }, of), [from, to, zone, of])
  const { lists, isPending, failed } = useQueries({
    queries: parts.map((part) => timelineQuery(locationUid, part)),
    combine: (all) => ({
      lists: all.map(({ data }) => data),
      isPending: all.some(({ data, isError }) => data === undefined && !isError),
      failed: all.find(({ isError, data }) => isError && data === undefined),
    }),
  })
  const drawn = useRef<{ of: string; byId: ReadonlyMap<string, DrawnStay> }>(undefined)
  const stays = useMemo(() => {
    const before = isPending && drawn.current?.of === locationUid ? drawn.current.byId : []
    const byId = new Map<string, DrawnStay>(before)
    for (const list of lists) for (const stay of list ?? []) byId.set(stay.id, stayOf(stay))
    drawn.current = { of: locationUid, byId }
    return [...byId.values()]
  }, [lists, isPending, locationUid])
  const awaited = parts.flatMap(({ of: whose }, index) => (lists[index] === undefined ? [whose] : []))
  const isAwaited = (vehicleId: string) =>
    awaited.some((whose) => whose === null || whose.vehicleIds.includes(vehicleId))
  return { stays, isPending, failed, isAwaited }
}
