'use client'

import { useId, useState } from 'react'
import { playTone, prepareTone } from '@/app/(depot)/_alarms/alarm-tone'
import { storeNoticeSettings, useNoticeSettings } from '@/app/(depot)/_alarms/notice-settings'
import { takeNews } from '@/app/(depot)/_alarms/told-alarms'
import { useText } from '@/components/messages/use-text'
import { Switch } from '@/components/ui/switch'
import type { Alarm } from '@/lib/contract/alarm'

/** Whether this browser tells of new alarms, by notification and by sound. Those that are open already are no news. */
export function NoticeSwitches({ alarms }: { alarms: readonly Alarm[] }) {
  const text = useText()
  const { notify, sound } = useNoticeSettings()
  const [refusal, setRefusal] = useState<'alarms.refused' | 'alarms.impossible' | null>(null)
  const askToNotify = async (wanted: boolean) => {
    setRefusal(null)
    if (!wanted) return storeNoticeSettings({ notify: false })
    if (typeof Notification === 'undefined') return setRefusal('alarms.impossible')
    if ((await Notification.requestPermission()) !== 'granted') return setRefusal('alarms.refused')
    takeNews(alarms)
    storeNoticeSettings({ notify: true })
  }
  const askToSound = (wanted: boolean) => {
    if (wanted) {
      prepareTone()
      takeNews(alarms)
    }
    storeNoticeSettings({ sound: wanted })
    if (wanted) setTimeout(playTone, 100)
  }
  return (
    <div className="text-sm">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Labelled label={text('alarms.notify')} checked={notify} onChange={(wanted) => void askToNotify(wanted)} />
        <Labelled label={text('alarms.sound')} checked={sound} onChange={askToSound} />
      </div>
      <p role="status" className={refusal ? 'mt-1 text-pretty font-medium text-ink' : 'mt-1 text-pretty text-ink-3'}>
        {text(refusal ?? 'alarms.noticesBody')}
      </p>
    </div>
  )
}

type LabelledProps = { label: string; checked: boolean; onChange: (checked: boolean) => void }

function Labelled({ label, checked, onChange }: LabelledProps) {
  const id = useId()
  return (
    <span className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
      <Switch id={id} checked={checked} onCheckedChange={onChange} />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
