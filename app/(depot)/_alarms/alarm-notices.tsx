'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { playTone, prepareTone } from '@/app/(depot)/_alarms/alarm-tone'
import { openAlarmsQuery } from '@/app/(depot)/_alarms/alarms-queries'
import { useNoticeSettings } from '@/app/(depot)/_alarms/notice-settings'
import { takeNews, useIsTeller } from '@/app/(depot)/_alarms/told-alarms'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { alarmTitle, unseen } from '@/components/alarms/alarm-format'
import { alarmAdviceWords, alarmCause } from '@/components/alarms/alarm-words'
import type { Text } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import type { Alarm } from '@/lib/contract/alarm'

/** Tells of new alarms: to screen readers on the page, and, where this browser was asked to, as notification and sound. */
export function AlarmNotices() {
  const { location } = useDepot()
  const { data: alarms } = useQuery(openAlarmsQuery(location.id))
  useBrowserNotices(location.id, alarms)
  return <SpokenAlarms key={location.id} alarms={alarms} />
}

/** Alarms that come while the page is open are spoken; those that were there are on it. */
function SpokenAlarms({ alarms }: { alarms: readonly Alarm[] | undefined }) {
  const text = useText()
  const known = useRef<Set<string> | null>(null)
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    if (!alarms) return
    const before = known.current
    const news = unseen(alarms).filter(({ id }) => before?.has(id) === false)
    known.current = new Set([...(before ?? []), ...alarms.map(({ id }) => id)])
    const [first] = news
    if (first)
      setSpoken(
        text('alarms.new', { count: news.length, alarm: `${alarmTitle(first, text)}. ${alarmCause(first, text)}` }),
      )
  }, [alarms, text])
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {spoken}
    </p>
  )
}

function useBrowserNotices(locationUid: string, alarms: readonly Alarm[] | undefined): void {
  const text = useText()
  const isTeller = useIsTeller(locationUid)
  const { notify, sound } = useNoticeSettings()
  useEffect(() => {
    if (!sound) return
    window.addEventListener('pointerdown', prepareTone, { once: true })
    window.addEventListener('keydown', prepareTone, { once: true })
    return () => {
      window.removeEventListener('pointerdown', prepareTone)
      window.removeEventListener('keydown', prepareTone)
    }
  }, [sound])
  useEffect(() => {
    if (!isTeller || !alarms || !(notify || sound)) return
    const news = takeNews(alarms)
    if (news.length === 0) return
    if (sound) playTone()
    if (notify) for (const alarm of news) show(alarm, text)
  }, [isTeller, alarms, notify, sound, text])
}

function show(alarm: Alarm, text: Text): void {
  const { id, locationUid } = alarm
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  try {
    const notice = new Notification(alarmTitle(alarm, text), {
      body: `${alarmCause(alarm, text)} ${alarmAdviceWords(alarm, text)}`,
      tag: id,
    })
    notice.onclick = () => {
      window.focus()
      window.location.assign(`/alarms?depot=${encodeURIComponent(locationUid)}`)
    }
  } catch {
    // Some browsers on phones know notifications of service workers only; the alarm is on the page.
  }
}
