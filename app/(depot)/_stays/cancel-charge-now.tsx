'use client'

import { useQueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { FormFault } from '@/components/ui/form-fault'
import { useToast } from '@/components/ui/toast'

/** Gives a vehicle that charges at once back to the strategy. */
export function CancelChargeNow({ scheduleId }: { scheduleId: string }) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const { send, sending, faults } = useSend(
    () => call('cancelChargeNow', 'DELETE /schedules/{scheduleId}/charge-now', { params: { scheduleId } }),
    () => {
      toast({ tone: 'good', sentence: text('chargeNow.cancelled') })
      return refreshDepot(queries)
    },
  )
  return (
    <>
      <Button size="small" onClick={() => send()} disabled={sending}>
        {text('chargeNow.cancel')}
      </Button>
      <FormFault>{faults.rest}</FormFault>
    </>
  )
}
