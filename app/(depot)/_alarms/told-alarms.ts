'use client'

import { newsOf, withTold } from '@/components/alarms/alarm-news'
import type { Alarm } from '@/lib/contract/alarm'

const KEY = 'readyline-alarms-told'

/**
 * The alarms that no tab of this browser has told of; from now on they count as told. Tabs take turns, so that one of
 * them alone gets an alarm. Without locks two tabs at the same moment may both.
 */
export function takeNews(alarms: readonly Alarm[]): Promise<Alarm[]> {
  const take = () => {
    const told = readTold()
    const news = newsOf(alarms, told)
    if (news.length > 0) window.localStorage.setItem(KEY, JSON.stringify(withTold(told, news)))
    return news
  }
  return 'locks' in navigator ? navigator.locks.request(KEY, take) : Promise.resolve(take())
}

function readTold(): string[] {
  try {
    const told: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(told) ? told.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
