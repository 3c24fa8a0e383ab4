import { Suspense } from 'react'
import { BringAlong } from '@/app/(depot)/_data/came-along'
import { firstTimeline, type Search } from '@/app/(depot)/timeline/first-timeline'
import { TimelineScreen } from '@/app/(depot)/timeline/timeline-screen'
import { titled } from '@/app/reader'
import { Skeleton } from '@/components/ui/skeleton'

export const generateMetadata = titled('nav.timeline')

type PageProps = { searchParams: Promise<Search> }

export default function TimelinePage({ searchParams }: PageProps) {
  return (
    <Suspense
      fallback={<Skeleton className="h-[calc(100dvh-10.5rem)] min-h-96 rounded-lg md:h-[calc(100dvh-3.5rem)]" />}
    >
      <TimelineWithAnswers searchParams={searchParams} />
    </Suspense>
  )
}

async function TimelineWithAnswers({ searchParams }: PageProps) {
  return (
    <BringAlong brought={await firstTimeline(await searchParams, Date.now())}>
      <TimelineScreen />
    </BringAlong>
  )
}
