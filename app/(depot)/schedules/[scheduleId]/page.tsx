import type { Metadata } from 'next'
import { ScheduleScreen } from '@/app/(depot)/schedules/[scheduleId]/schedule-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('schedule.title') }

export default async function SchedulePage({ params }: { params: Promise<{ scheduleId: string }> }) {
  const { scheduleId } = await params
  return <ScheduleScreen scheduleId={decodeURIComponent(scheduleId)} />
}
