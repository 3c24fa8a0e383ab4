'use client'

import { useSyncExternalStore } from 'react'

/** How this browser tells of new alarms; it is asked once for all its tabs. */
export type NoticeSettings = { notify: boolean; sound: boolean }

const KEY = 'readyline-alarm-notices'
const OFF: NoticeSettings = { notify: false, sound: false }
const changed = new EventTarget()

let known: { stored: string | null; settings: NoticeSettings } = { stored: null, settings: OFF }

function read(): NoticeSettings {
  const stored = window.localStorage.getItem(KEY)
  if (stored !== known.stored) known = { stored, settings: parse(stored) }
  return known.settings
}

function parse(stored: string | null): NoticeSettings {
  try {
    const { notify, sound } = JSON.parse(stored ?? '{}') as Partial<NoticeSettings>
    return { notify: notify === true, sound: sound === true }
  } catch {
    return OFF
  }
}

function follow(tell: () => void): () => void {
  window.addEventListener('storage', tell)
  changed.addEventListener('change', tell)
  return () => {
    window.removeEventListener('storage', tell)
    changed.removeEventListener('change', tell)
  }
}

export function useNoticeSettings(): NoticeSettings {
  return useSyncExternalStore(follow, read, () => OFF)
}

export function storeNoticeSettings(change: Partial<NoticeSettings>): void {
  window.localStorage.setItem(KEY, JSON.stringify({ ...read(), ...change }))
  changed.dispatchEvent(new Event('change'))
}
