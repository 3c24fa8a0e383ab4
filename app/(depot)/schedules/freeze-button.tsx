'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Snowflake } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { FormFault } from '@/components/ui/form-fault'
import { useToast } from '@/components/ui/toast'
import type { EvSchedule } from '@/lib/contract/schedule'

const ReplanDialog = dynamic(() => import('@/app/(depot)/_stays/replan-dialog').then((module) => module.ReplanDialog), {
  ssr: false,
})

/** Keeps a plan as it is, or gives it back to the planner once it is seen what that does. */
export function FreezeButton({ schedule }: { schedule: EvSchedule }) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const frozen = schedule.planMeta?.frozen ?? false
  const change = () =>
    call('patchSchedules', 'PATCH /vehicles/{vehicleId}/schedules', {
      params: { vehicleId: schedule.evId },
      body: { schedules: [{ id: schedule.id, planMeta: { ...schedule.planMeta, frozen: !frozen } }] },
    })
  const done = () => {
    toast({ tone: 'good', sentence: text(frozen ? 'schedule.thawed' : 'schedule.frozen') })
    return refreshDepot(queries)
  }
  const freeze = useSend(change, done)
  return (
    <>
      <Button onClick={() => (frozen ? setAsking(true) : freeze.send())} disabled={freeze.sending}>
        <Snowflake aria-hidden />
        {text(frozen ? 'schedule.thaw' : 'schedule.freeze')}
      </Button>
      <FormFault>{freeze.faults.rest}</FormFault>
      {asking && (
        <ReplanDialog
          schedule={schedule}
          title={text('schedule.thaw')}
          description={text('schedule.thawBody')}
          change={{ frozen: false }}
          send={change}
          onDone={done}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
