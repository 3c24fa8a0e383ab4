'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { EvSchedule } from '@/lib/contract/schedule'

const ReplanDialog = dynamic(() => import('@/app/(depot)/_stays/replan-dialog').then((module) => module.ReplanDialog), {
  ssr: false,
})

/** Gives a vehicle that charges at once back to the strategy. */
export function CancelChargeNow({ schedule }: { schedule: EvSchedule }) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {text('chargeNow.cancel')}
      </Button>
      {asking && (
        <ReplanDialog
          schedule={schedule}
          title={text('chargeNow.cancel')}
          description={text('chargeNow.cancelBody')}
          change={{ chargeNow: false }}
          send={() =>
            call('cancelChargeNow', 'DELETE /schedules/{scheduleId}/charge-now', {
              params: { scheduleId: schedule.id },
            })
          }
          onDone={() => {
            toast({ tone: 'good', sentence: text('chargeNow.cancelled') })
            return refreshDepot(queries)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
