import type { Metadata } from 'next'
import { TimelineScreen } from '@/app/(depot)/timeline/timeline-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('nav.timeline') }

export default function TimelinePage() {
  return <TimelineScreen />
}
