'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { saveSchedule, scheduleFaults } from '@/app/(depot)/fleet/[vehicleId]/save-schedule'
import { useReadings } from '@/app/(depot)/fleet/[vehicleId]/use-readings'
import { refreshVehicle } from '@/app/(depot)/fleet/refresh-vehicle'
import { newScheduleDraft, scheduleDraftOf } from '@/components/fleet/schedule-draft'
import { ScheduleFields } from '@/components/fleet/schedule-fields'
import { isOccurrence, stayTimes } from '@/components/fleet/stay-format'
import { triedStay } from '@/components/fleet/tried-stay'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { CancelButton, Dialog } from '@/components/ui/dialog'
import { FormFault } from '@/components/ui/form-fault'
import { useToast } from '@/components/ui/toast'
import type { EvSchedule } from '@/lib/contract/schedule'
import type { Vehicle } from '@/lib/contract/vehicle'

type ScheduleFormProps = {
  vehicle: Vehicle
  /** Which to change; null adds one. */
  schedule: EvSchedule | null
  stays: readonly EvSchedule[]
  onClose: () => void
}

/** Adds a dated stay, or changes one, or one occurrence of a rule. */
export function ScheduleForm({ vehicle, schedule, stays, onClose }: ScheduleFormProps) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const now = useNow()
  const form = useId()
  const readingAt = useReadings()
  const { location, locations } = useDepot()
  const depots = locations.filter(({ id }) => vehicle.locationUid?.includes(id) || id === schedule?.locationUid)
  const [before] = useState(() => {
    if (schedule) return scheduleDraftOf(schedule, readingAt(schedule.locationUid).zone)
    const depot = depots.find(({ id }) => id === location.id) ?? depots[0] ?? location
    return newScheduleDraft(depot.id, depot.timeZone, now)
  })
  const [draft, setDraft] = useState(before)
  const depot = locations.find(({ id }) => id === draft.locationUid) ?? location
  const timesOf = (stay: EvSchedule) => stayTimes(stay, readingAt(stay.locationUid))
  const edit = { vehicleId: vehicle.id, changed: schedule && { schedule, before }, draft, zone: depot.timeZone, stays }
  const { send, sending, faults, forget } = useSend(
    () => saveSchedule(edit, { text, timesOf }),
    async () => {
      toast({ tone: 'good', sentence: text(schedule ? 'stayForm.changed' : 'stayForm.added') })
      onClose()
      await refreshVehicle(queries, vehicle.id)
    },
  )
  const shown = scheduleFaults(faults)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      edited={draft !== before}
      title={
        schedule
          ? text('stayForm.edit', { stay: timesOf(schedule) })
          : text('stayForm.new', { vehicle: vehicle.name ?? vehicle.id })
      }
      description={schedule && isOccurrence(schedule) ? text('stayForm.occurrence') : undefined}
      className="sm:w-[min(92vw,34rem)]"
      footer={
        <>
          <CancelButton />
          <Button form={form} type="submit" tone="primary" disabled={sending}>
            {text(sending ? 'action.saving' : 'action.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          send(undefined)
        }}
      >
        <ScheduleFields
          draft={draft}
          faults={shown.fields}
          onChange={(next) => {
            setDraft(next)
            forget()
          }}
          depots={depots}
          depot={depot}
          reading={readingAt(depot.id)}
        />
        <TriedEffect overrides={triedStay(edit, now)} locationUid={depot.id} />
        <FormFault>{shown.rest}</FormFault>
      </form>
    </Dialog>
  )
}
