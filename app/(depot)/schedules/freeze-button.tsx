'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Snowflake } from 'lucide-react'
import { call } from '@/app/(depot)/_data/call'
import { useErrorSentence } from '@/app/(depot)/_data/use-error-sentence'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { EvSchedule } from '@/lib/contract/schedule'

/** Keeps a plan as it is, or gives it back to the planner. */
export function FreezeButton({ schedule }: { schedule: EvSchedule }) {
  const text = useText()
  const errorWords = useErrorSentence()
  const toast = useToast()
  const client = useQueryClient()
  const frozen = schedule.planMeta?.frozen ?? false
  const change = useMutation({
    mutationFn: () =>
      call('patchSchedules', 'PATCH /vehicles/{vehicleId}/schedules', {
        params: { vehicleId: schedule.evId },
        body: { schedules: [{ id: schedule.id, planMeta: { ...schedule.planMeta, frozen: !frozen } }] },
      }),
    onSuccess: () => {
      toast({ tone: 'good', sentence: text(frozen ? 'schedule.thawed' : 'schedule.frozen') })
      return Promise.all(
        ['schedule', 'schedules', 'readiness', 'load', 'watch'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      )
    },
    onError: (error) => toast({ tone: 'critical', sentence: errorWords(error) }),
  })
  return (
    <Button onClick={() => change.mutate()} disabled={change.isPending}>
      <Snowflake aria-hidden />
      {text(frozen ? 'schedule.thaw' : 'schedule.freeze')}
    </Button>
  )
}
