'use client'

import { useQueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useSend } from '@/app/(depot)/_data/use-send'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { useText } from '@/components/messages/use-text'
import { FormDialog } from '@/components/ui/form-dialog'
import { useToast } from '@/components/ui/toast'
import type { EvSchedule } from '@/lib/contract/schedule'

type ChargeNowDialogProps = { schedule: EvSchedule; vehicleName: string; onClose: () => void }

/** Has a vehicle charge at full power from now on; what that does to the peak and to the others is seen before. */
export function ChargeNowDialog({ schedule, vehicleName, onClose }: ChargeNowDialogProps) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const { send, sending, faults } = useSend(
    () =>
      call('chargeNow', 'POST /schedules/{scheduleId}/charge-now', { params: { scheduleId: schedule.id }, query: {} }),
    () => {
      onClose()
      toast({ tone: 'good', sentence: text('chargeNow.done', { vehicle: vehicleName }) })
      return refreshDepot(queries)
    },
  )
  return (
    <FormDialog
      title={text('chargeNow.title', { vehicle: vehicleName })}
      description={text('chargeNow.body')}
      action={text(sending ? 'chargeNow.sending' : 'chargeNow.confirm')}
      disabled={sending}
      fault={faults.rest}
      onSubmit={() => send()}
      onClose={onClose}
    >
      <TriedEffect
        overrides={{ schedules: [{ id: schedule.id, chargeNow: true }] }}
        locationUid={schedule.locationUid}
      />
    </FormDialog>
  )
}
