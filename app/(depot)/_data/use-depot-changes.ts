'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type ChangeKind, followChanges } from '@/app/(depot)/_data/follow-changes'
import { inRounds } from '@/app/(depot)/_data/in-rounds'
import { SLOW_MS, setLive } from '@/app/(depot)/_data/pace'
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

/** A page that has just asked for everything asks again so much later, should something have changed before its stream began. */
const SETTLES_MS = 3_000

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
    let isFirst = true
    let settling: ReturnType<typeof setTimeout> | undefined
    const hear = (kind: ChangeKind) => {
      if (isFirst && kind === 'resync') settling = setTimeout(() => askAgain(kind), SETTLES_MS)
      else askAgain(kind)
      isFirst = false
    }
    const stop = followChanges(locationUid, hear, setStreaming)
    return () => {
      clearTimeout(settling)
      stop()
      setStreaming(false)
    }
  }, [askAgain, locationUid])
  const isLive = useIsLive(locationUid === undefined || isStreaming)
  useWatch(askAgain, locationUid, isLive)
  return isLive
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

/** A page that has just opened has no need of it, unless no stream tells it anything: what it shows would wait for the answer. */
function useWatch(askAgain: AskAgain, locationUid: string | undefined, isLive: boolean): void {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  const { data: state } = useQuery({ ...depotWatchQuery(locationUid), enabled: isDue || !isLive })
  const known = useRef<{ locationUid: string | undefined; state: string } | null>(null)
  useEffect(() => {
    if (state === undefined) return
    const before = known.current
    known.current = { locationUid, state }
    const isChanged = before?.locationUid === locationUid ? before?.state !== state : !isLive
    if (isChanged) askAgain('resync')
  }, [askAgain, locationUid, state, isLive])
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
