'use client'

import { useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { type StaysOf, timelineQuery } from '@/app/(depot)/_data/queries'
import { startOfDay } from '@/components/format/zone'
import { type DrawnStay, shapeStay } from '@/components/timeline/stay'
import type { TimelineStay } from '@/lib/contract/timeline'
import { DAY_MS } from '@/lib/time/interval'

const shaped = new WeakMap<TimelineStay, DrawnStay>()

/** Up to so many days are asked for one by one; a wider view asks for weeks. */
const SINGLE_DAYS = 3

/** A stay is shaped once: what react-query keeps unchanged stays the same object. */
function stayOf(stay: TimelineStay): DrawnStay {
  const known = shaped.get(stay) ?? shapeStay(stay)
  shaped.set(stay, known)
  return known
}

/** The bounds of the local days that `[from, to)` touches, or of the weeks where that is many; weeks are counted from 1970. */
function bounds(from: number, to: number, zone: string): number[] {
  const isWide = to - from > SINGLE_DAYS * DAY_MS
  const day = startOfDay(from, zone)
  const intoWeek = isWide ? Math.round(day / DAY_MS) % 7 : 0
  const found = [startOfDay(day, zone, -intoWeek)]
  for (let next = startOfDay(found[0] ?? day, zone, isWide ? 7 : 1); ; next = startOfDay(next, zone, isWide ? 7 : 1)) {
    found.push(next)
    if (next >= to) return found
  }
}

type Asked = { locationUid: string; zone: string; from: number; to: number; of: readonly StaysOf[] }

/**
 * A depot's stays in `[from, to)`, asked for in parts of time and of vehicles, so that moving asks only for what is new.
 * What is on its way takes nothing away that was drawn before; `isAwaited` says whose stays are on their way.
 */
export function useStays({ locationUid, zone, from, to, of }: Asked) {
  const times = useMemo(() => bounds(from, to, zone), [from, to, zone])
  const parts = times
    .slice(0, -1)
    .flatMap((begin, index) => of.map((whose) => ({ from: begin, to: times[index + 1] ?? begin, of: whose })))
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
