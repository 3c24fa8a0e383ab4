'use client'

import { useState } from 'react'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { triedMove, useMove } from '@/app/(depot)/_stays/use-move'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { nearDayAndTime } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import type { MovedStay } from '@/components/timeline/moved-stay'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import type { EvSchedule } from '@/lib/contract/schedule'
import { MINUTE_MS } from '@/lib/time/interval'

const USUAL_MINUTES = 40

type LateDialogProps = { schedule: EvSchedule; vehicleName: string; now: number; onClose: () => void }

/** Says that a vehicle comes later than planned; what that does to the plan is seen before it is saved. */
export function LateDialog({ schedule, vehicleName, now, onClose }: LateDialogProps) {
  const text = useText()
  const reading = useReading()
  const move = useMove(onClose)
  const [minutes, setMinutes] = useState(String(USUAL_MINUTES))
  const late = lateStay(schedule, minutes)
  return (
    <FormDialog
      title={text('late.title', { vehicle: vehicleName })}
      action={text(move.saving ? 'action.saving' : 'action.save')}
      disabled={move.saving || !late}
      edited={minutes !== String(USUAL_MINUTES)}
      fault={move.fault}
      onSubmit={() => late && move.save(late)}
      onClose={onClose}
    >
      <Field
        label={text('late.minutes')}
        hint={late && text('late.arrives', { time: nearDayAndTime(late.from, now, reading) })}
        error={late ? undefined : text('late.fault')}
      >
        <Input
          inputMode="numeric"
          autoComplete="off"
          value={minutes}
          onChange={(event) => {
            setMinutes(event.target.value)
            move.onMove(null)
          }}
        />
      </Field>
      {late && <TriedEffect overrides={triedMove(late)} locationUid={schedule.locationUid} />}
    </FormDialog>
  )
}

/** The stay with its arrival so many minutes later; null where that is no number, or after its departure. */
function lateStay(schedule: EvSchedule, minutes: string): MovedStay | null {
  const [from, to] = [Date.parse(schedule.plannedArrivalTime), Date.parse(schedule.plannedDepartureTime)]
  const late = /^[1-9]\d{0,3}$/.test(minutes.trim()) ? from + Number(minutes) * MINUTE_MS : to
  const stay = { id: schedule.id, vehicleId: schedule.evId, from, to }
  return late < to ? { stay, grip: 'arrival', from: late, to } : null
}
