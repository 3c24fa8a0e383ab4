'use client'

import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { timelineQuery } from '@/app/(depot)/_data/queries'
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

/** A depot's stays in `[from, to)`, asked for in parts so that moving in time asks only for what is new. */
export function useStays(locationUid: string, zone: string, from: number, to: number) {
  const parts = useMemo(() => bounds(from, to, zone), [from, to, zone])
  const results = useQueries({
    queries: parts.slice(0, -1).map((begin, index) => timelineQuery(locationUid, begin, parts[index + 1] ?? begin)),
    combine: (all) => ({
      lists: all.map(({ data }) => data),
      isPending: all.every(({ data }) => data === undefined),
      failed: all.find(({ isError, data }) => isError && data === undefined),
    }),
  })
  const { lists } = results
  const stays = useMemo(() => {
    const byId = new Map<string, DrawnStay>()
    for (const list of lists) for (const stay of list ?? []) byId.set(stay.id, stayOf(stay))
    return [...byId.values()]
  }, [lists])
  return { stays, isPending: results.isPending, failed: results.failed }
}
