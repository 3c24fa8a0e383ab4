'use client'

import { useEffect, useState } from 'react'
import { readChoice, writeChoice } from '@/app/(depot)/_data/use-stored-choice'
import { newsOf, withTold } from '@/components/alarms/alarm-news'
import type { Alarm } from '@/lib/contract/alarm'

const KEY = 'readyline.alarms.told'

/**
 * Whether this tab tells of a depot's alarms: of the tabs that show it one does, until it is closed or shows another.
 * They take turns by a lock and not by what is stored: a tab may read for a moment what another has replaced.
 */
export function useIsTeller(locationUid: string): boolean {
  const [isTeller, setTeller] = useState(false)
  useEffect(() => {
    if (!('locks' in navigator)) return setTeller(true)
    const waiting = new AbortController()
    let leave = () => {}
    const hold = () => {
      setTeller(true)
      return new Promise<void>((resolve) => {
        leave = resolve
      })
    }
    // Given up while it waits: another tab tells.
    navigator.locks.request(`${KEY} ${locationUid}`, { signal: waiting.signal }, hold).catch(() => {})
    return () => {
      setTeller(false)
      waiting.abort()
      leave()
    }
  }, [locationUid])
  return isTeller
}

/** The alarms that this browser has not told of; from now on they count as told. */
export function takeNews(alarms: readonly Alarm[]): Alarm[] {
  const told = readTold()
  const news = newsOf(alarms, told)
  if (news.length > 0) writeChoice(KEY, JSON.stringify(withTold(told, news)))
  return news
}

function readTold(): string[] {
  try {
    const told: unknown = JSON.parse(readChoice(KEY) ?? '[]')
    return Array.isArray(told) ? told.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
