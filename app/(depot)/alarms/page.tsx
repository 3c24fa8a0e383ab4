import type { Metadata } from 'next'
import { AlarmsScreen } from '@/app/(depot)/alarms/alarms-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('alarms.title') }

export default function AlarmsPage() {
  return <AlarmsScreen />
}
