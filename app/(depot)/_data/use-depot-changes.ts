'use client'

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ChangeKind, followChanges } from '@/app/(depot)/_data/follow-changes'
import { depotWatchQuery } from '@/app/(depot)/_data/queries'

/** What is asked for again when something of a kind has changed. Forms hold their own version of what they edit. */
const FOLLOWING: Record<ChangeKind, readonly string[]> = {
  plan: ['readiness', 'schedules', 'schedule', 'load'],
  schedules: ['readiness', 'schedules', 'schedule'],
  vehicles: ['readiness', 'vehicles', 'vehicle'],
  stations: ['stations'],
  readiness: ['readiness'],
  settings: ['locations', 'readiness', 'load', 'stations'],
  resync: ['readiness', 'schedules', 'schedule', 'load', 'vehicles', 'vehicle', 'locations', 'stations'],
}

/**
 * Asks again for what is on the page as soon as the depot has changed, by whomever: the server's stream says what. Where
 * no stream can be had, one short question every two seconds tells of a change, because every change asks for a plan in
 * its own transaction. A hidden tab does not ask; it catches up when it is looked at again.
 */
export function useDepotChanges(locationUid: string | undefined): void {
  const client = useQueryClient()
  const [isStreaming, setStreaming] = useState(false)
  useEffect(() => {
    if (locationUid === undefined) return
    const stop = followChanges(locationUid, (kind) => askAgain(client, kind), setStreaming)
    return () => {
      stop()
      setStreaming(false)
    }
  }, [client, locationUid])
  useWatch(client, locationUid, isStreaming)
}

function useWatch(client: QueryClient, locationUid: string | undefined, isStreaming: boolean): void {
  const { data: state } = useQuery(depotWatchQuery(locationUid, isStreaming))
  const known = useRef<{ locationUid: string | undefined; state: string } | null>(null)
  useEffect(() => {
    if (state === undefined) return
    const before = known.current
    known.current = { locationUid, state }
    if (before && before.locationUid === locationUid && before.state !== state) askAgain(client, 'resync')
  }, [client, locationUid, state])
}

function askAgain(client: QueryClient, kind: ChangeKind): void {
  for (const key of FOLLOWING[kind]) void client.invalidateQueries({ queryKey: [key] })
}
