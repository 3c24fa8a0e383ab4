'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { depotWatchQuery } from '@/app/(depot)/_data/queries'

/** What a change of schedules, vehicles or settings changes on the pages. Forms hold their own version of what they edit. */
const FOLLOWING = ['readiness', 'schedules', 'schedule', 'load', 'vehicles', 'vehicle', 'locations'] as const

/**
 * Asks again for what is on the page as soon as the depot has changed, by whomever: every change asks for a plan in its
 * own transaction, so one short question every two seconds tells of it, and of the plan that follows. A hidden tab does
 * not ask; it catches up when it is looked at again.
 */
export function useDepotChanges(locationUid: string | undefined): void {
  const client = useQueryClient()
  const { data: state } = useQuery(depotWatchQuery(locationUid))
  const known = useRef<{ locationUid: string | undefined; state: string } | null>(null)
  useEffect(() => {
    if (state === undefined) return
    const before = known.current
    known.current = { locationUid, state }
    if (!before || before.locationUid !== locationUid || before.state === state) return
    for (const key of FOLLOWING) void client.invalidateQueries({ queryKey: [key] })
  }, [client, locationUid, state])
}
