import { ScheduleScreen } from '@/app/(depot)/schedules/[scheduleId]/schedule-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('schedule.title')

export default async function SchedulePage({ params }: { params: Promise<{ scheduleId: string }> }) {
  const { scheduleId } = await params
  return <ScheduleScreen scheduleId={decodeURIComponent(scheduleId)} />
}
