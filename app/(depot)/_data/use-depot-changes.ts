'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type ChangeKind, followChanges } from '@/app/(depot)/_data/follow-changes'
import { inRounds } from '@/app/(depot)/_data/in-rounds'
import { setLive } from '@/app/(depot)/_data/pace'
import { depotWatchQuery } from '@/app/(depot)/_data/queries'

/** What is asked for again when something of a kind has changed. Forms keep what is being edited. */
const FOLLOWING: Record<ChangeKind, readonly string[]> = {
  plan: ['readiness', 'schedules', 'schedule', 'load', 'try'],
  schedules: ['readiness', 'schedules', 'schedule'],
  vehicles: ['readiness', 'vehicles', 'vehicle'],
  stations: ['stations'],
  readiness: ['readiness'],
  settings: ['locations', 'location', 'readiness', 'load', 'stations', 'try'],
  alarms: ['alarms'],
  resync: [
    ...['alarms', 'readiness', 'schedules', 'schedule', 'load', 'vehicles', 'vehicle', 'locations', 'stations'],
    ...['location', 'try'],
  ],
}

/** A stream that opens within this time, at first or again, was never away. */
const GRACE_MS = 10_000

/**
 * Asks again for what is on the page as soon as the depot has changed, by whomever: the server's stream says what. Where
 * no stream can be had, one short question every thirty seconds tells of a change, because every change asks for a plan in
 * its own transaction; the stream is tried all the while. A hidden tab does not ask; it catches up when it is looked at
 * again.
 * @returns whether the page is live: told of changes when they happen
 */
export function useDepotChanges(locationUid: string | undefined): boolean {
  const askAgain = useAskAgain()
  const [isStreaming, setStreaming] = useState(false)
  useEffect(() => {
    if (locationUid === undefined) return
    const stop = followChanges(locationUid, askAgain, setStreaming)
    return () => {
      stop()
      setStreaming(false)
    }
  }, [askAgain, locationUid])
  useWatch(askAgain, locationUid)
  return useIsLive(locationUid === undefined || isStreaming)
}

/** Whether a stream is there, or was a moment ago; what asks by itself asks as often as that allows. */
function useIsLive(isStreaming: boolean): boolean {
  const [isLive, setIsLive] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setIsLive(isStreaming), isStreaming ? 0 : GRACE_MS)
    return () => clearTimeout(timer)
  }, [isStreaming])
  useEffect(() => {
    setLive(isLive)
    return () => setLive(true)
  }, [isLive])
  return isLive
}

type AskAgain = (kind: ChangeKind) => void

function useWatch(askAgain: AskAgain, locationUid: string | undefined): void {
  const { data: state } = useQuery(depotWatchQuery(locationUid))
  const known = useRef<{ locationUid: string | undefined; state: string } | null>(null)
  useEffect(() => {
    if (state === undefined) return
    const before = known.current
    known.current = { locationUid, state }
    if (before && before.locationUid === locationUid && before.state !== state) askAgain('resync')
  }, [askAgain, locationUid, state])
}

/** Asks again for what follows a kind; of a hidden tab it is only known to be out of date, until it is looked at again; alarms are told of in a hidden one too. */
function useAskAgain(): AskAgain {
  const client = useQueryClient()
  return useMemo(() => {
    const due = inRounds((key) =>
      client.invalidateQueries({
        queryKey: [key],
        refetchType: document.hidden && key !== 'alarms' ? 'none' : 'active',
      }),
    )
    return (kind) => due(FOLLOWING[kind])
  }, [client])
}
