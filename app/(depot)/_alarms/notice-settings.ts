'use client'

import { useMemo } from 'react'
import { readChoice, useStoredChoice, writeChoice } from '@/app/(depot)/_data/use-stored-choice'

/** How this browser tells of new alarms; it is asked once for all its tabs. */
export type NoticeSettings = { notify: boolean; sound: boolean }

const KEY = 'readyline.alarms.notices'

function parse(stored: string | null): NoticeSettings {
  try {
    const { notify, sound } = JSON.parse(stored ?? '{}') as Partial<NoticeSettings>
    return { notify: notify === true, sound: sound === true }
  } catch {
    return { notify: false, sound: false }
  }
}

export function useNoticeSettings(): NoticeSettings {
  const [stored] = useStoredChoice(KEY)
  return useMemo(() => parse(stored), [stored])
}

export function storeNoticeSettings(change: Partial<NoticeSettings>): void {
  writeChoice(KEY, JSON.stringify({ ...parse(readChoice(KEY)), ...change }))
}
