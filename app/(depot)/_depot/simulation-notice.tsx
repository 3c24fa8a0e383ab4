'use client'

import { useQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { simulationQuery } from '@/app/(depot)/_data/queries'
import { useDepot, useMay } from '@/app/(depot)/_depot/depot-context'
import { useText } from '@/components/messages/use-text'
import { Banner } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'

/** Says that what moves on the page is simulated, and where that is stopped; nothing where it is not. */
export function SimulationNotice() {
  const text = useText()
  const { location } = useDepot()
  const mayStop = useMay('admin')
  const { data } = useQuery(simulationQuery(location.id))
  if (data?.state !== 'running') return null
  return (
    <Banner
      icon={FlaskConical}
      className="no-print mb-3"
      action={
        mayStop && (
          <PageLink
            href={`/settings?tab=stations&depot=${encodeURIComponent(location.id)}`}
            className="font-medium underline"
          >
            {text('simulation.toSettings')}
          </PageLink>
        )
      }
    >
      {text(mayStop ? 'simulation.notice' : 'simulation.noticeForOthers')}
    </Banner>
  )
}
