'use client'

import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { staysQuery } from '@/app/(depot)/_data/queries'
import { startOfDay } from '@/components/format/zone'
import { type Stay, shapeStay } from '@/components/timeline/stay'
import type { EvSchedule } from '@/lib/contract/schedule'

const shaped = new WeakMap<EvSchedule, Stay>()

/** A schedule is shaped once: what react-query keeps unchanged stays the same object. */
function stayOf(schedule: EvSchedule): Stay {
  const known = shaped.get(schedule) ?? shapeStay(schedule)
  shaped.set(schedule, known)
  return known
}

/** The local days that `[from, to)` touches, as their first instants; the last is where the next day begins. */
function dayBounds(from: number, to: number, zone: string): number[] {
  const bounds = [startOfDay(from, zone)]
  for (let next = startOfDay(from, zone, 1); ; next = startOfDay(next, zone, 1)) {
    bounds.push(next)
    if (next >= to) return bounds
  }
}

/** A depot's stays in `[from, to)`, asked for day by day so that moving in time asks only for what is new. */
export function useStays(locationUid: string, zone: string, from: number, to: number) {
  const days = useMemo(() => dayBounds(from, to, zone), [from, to, zone])
  const results = useQueries({
    queries: days.slice(0, -1).map((day, index) => staysQuery(locationUid, day, days[index + 1] ?? day)),
    combine: (all) => ({
      lists: all.map(({ data }) => data),
      isPending: all.every(({ data }) => data === undefined),
      failed: all.find(({ isError, data }) => isError && data === undefined),
    }),
  })
  const { lists } = results
  const stays = useMemo(() => {
    const byId = new Map<string, Stay>()
    for (const list of lists) for (const schedule of list ?? []) byId.set(schedule.id, stayOf(schedule))
    return [...byId.values()]
  }, [lists])
  return { stays, isPending: results.isPending, failed: results.failed }
}
