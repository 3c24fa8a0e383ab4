'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import type { Vehicle } from '@/lib/contract/vehicle'

/** Deletes a vehicle, after a question that says what goes with it. */
export function DeleteVehicle({ vehicle, etag }: { vehicle: Vehicle; etag: string | null }) {
  const text = useText()
  const toast = useToast()
  const router = useRouter()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const name = vehicle.name ?? vehicle.id
  const remove = useMutation({
    mutationFn: () =>
      call('deleteVehicle', 'DELETE /vehicles/{vehicleId}', {
        params: { vehicleId: vehicle.id },
        headers: etag ? { 'If-Match': etag } : {},
      }),
    onSuccess: () => {
      for (const key of ['vehicles', 'readiness', 'schedules', 'load'])
        void client.invalidateQueries({ queryKey: [key] })
      toast({ tone: 'good', sentence: text('vehicleForm.deleted', { vehicle: name }) })
      router.push('/fleet')
    },
    onError: (error) => {
      setAsking(false)
      toast({ tone: 'critical', sentence: error instanceof ApiProblem ? error.problem.detail : text('error.network') })
    },
  })
  return (
    <div className="border-line border-t py-4">
      <Button tone="quiet" className="text-critical hover:text-critical" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
        {text('vehicleForm.delete')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={text('vehicleForm.deleteTitle', { vehicle: name })}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{text('action.cancel')}</Button>
            <Button tone="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
              {text('vehicleForm.delete')}
            </Button>
          </>
        }
      >
        <p className="text-pretty">{text('vehicleForm.deleteBody')}</p>
      </Dialog>
    </div>
  )
}
