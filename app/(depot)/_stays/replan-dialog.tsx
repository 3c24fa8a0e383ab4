'use client'

import { useSend } from '@/app/(depot)/_data/use-send'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { FormDialog } from '@/components/ui/form-dialog'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import type { EvSchedule } from '@/lib/contract/schedule'

type ScheduleChange = NonNullable<PlanOverridesInput['schedules']>[number]
type ReplanDialogProps = {
  schedule: EvSchedule
  title: string
  description: string
  /** What is tried of the schedule. */
  change: Omit<ScheduleChange, 'id'>
  send: () => Promise<unknown>
  onDone: () => unknown
  onClose: () => void
}

/** Gives a stay back to the planner; what that does to the peak and to the others is seen before. */
export function ReplanDialog({ schedule, title, description, change, send, onDone, onClose }: ReplanDialogProps) {
  const sent = useSend(send, () => {
    onClose()
    return onDone()
  })
  return (
    <FormDialog
      title={title}
      description={description}
      action={title}
      disabled={sent.sending}
      fault={sent.faults.rest}
      onSubmit={() => sent.send()}
      onClose={onClose}
    >
      <TriedEffect overrides={{ schedules: [{ id: schedule.id, ...change }] }} locationUid={schedule.locationUid} />
    </FormDialog>
  )
}
