import { TimelineScreen } from '@/app/(depot)/timeline/timeline-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('nav.timeline')

export default function TimelinePage() {
  return <TimelineScreen />
}
