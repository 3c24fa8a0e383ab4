'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { RuleSection } from '@/app/(depot)/fleet/[vehicleId]/rule-section'
import { saveRecurring, type Toasted } from '@/app/(depot)/fleet/[vehicleId]/save-recurring'
import { saveSchedule, scheduleFaults } from '@/app/(depot)/fleet/[vehicleId]/save-schedule'
import { onTheirs, StaleStay, type StayBase } from '@/app/(depot)/fleet/[vehicleId]/stale-stay'
import { useReadings } from '@/app/(depot)/fleet/[vehicleId]/use-readings'
import { ruleDraftsOf, useRuleForm } from '@/app/(depot)/fleet/[vehicleId]/use-rule-form'
import { refreshVehicle } from '@/app/(depot)/fleet/refresh-vehicle'
import { ruleTimes } from '@/components/fleet/rule-list'
import { newScheduleDraft, scheduleDraftOf } from '@/components/fleet/schedule-draft'
import { ScheduleFields } from '@/components/fleet/schedule-fields'
import { isOccurrence, isRule, stayTimes } from '@/components/fleet/stay-format'
import { triedStay } from '@/components/fleet/tried-stay'
import type { Reading } from '@/components/format/instant-format'
import type { Text } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { CancelButton, Dialog } from '@/components/ui/dialog'
import { FormFault } from '@/components/ui/form-fault'
import { useToast } from '@/components/ui/toast'
import type { EvSchedule } from '@/lib/contract/schedule'
import type { Vehicle } from '@/lib/contract/vehicle'

type ScheduleFormProps = {
  vehicle: Vehicle
  /** A stay or a rule to change; null adds one. */
  schedule: EvSchedule | null
  stays: readonly EvSchedule[]
  onClose: () => void
}

/** Adds a stay, once or recurring; changes a dated one, one occurrence of a rule, or a rule from a date on. */
export function ScheduleForm({ vehicle, schedule, stays, onClose }: ScheduleFormProps) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const now = useNow()
  const form = useId()
  const readingAt = useReadings()
  const { location, locations } = useDepot()
  const depots = locations.filter(({ id }) => vehicle.locationUid?.includes(id) || id === schedule?.locationUid)
  const [opened] = useState(now)
  const rule = schedule && isRule(schedule) ? schedule : null
  const [before] = useState(() => {
    if (rule) return ruleDraftsOf(rule, readingAt(rule.locationUid), now).draft
    if (schedule) return scheduleDraftOf(schedule, readingAt(schedule.locationUid))
    const depot = depots.find(({ id }) => id === location.id) ?? depots[0] ?? location
    return newScheduleDraft(depot.id, depot.timeZone, now)
  })
  const [draft, setDraft] = useState(before)
  const [base, setBase] = useState<StayBase | null>(schedule && { schedule, before })
  const depot = locations.find(({ id }) => id === draft.locationUid) ?? location
  const timesOf = (stay: EvSchedule) => stayTimes(stay, readingAt(stay.locationUid))
  const edit = { vehicleId: vehicle.id, changed: base, draft, zone: depot.timeZone, stays }
  const repeats = useRuleForm({ vehicleId: vehicle.id, rule, draft, zone: depot.timeZone, opened })
  const isRecurring = rule !== null || (!schedule && repeats.recurs.kind !== 'once')
  const { send, sending, faults, forget } = useSend(
    () => (isRecurring ? saveRecurring(repeats, { vehicleId: vehicle.id, rule, text }) : saveDated()),
    async (toasted) => {
      toast(toasted)
      onClose()
      await refreshVehicle(queries, vehicle.id)
    },
  )
  const saveDated = async (): Promise<Toasted> => {
    await saveSchedule(edit, { text, timesOf }).catch((error) => {
      if (!base || !(error instanceof StaleStay)) throw error
      const next = onTheirs(base, draft, error, readingAt(error.theirs.locationUid))
      setBase(next.base)
      setDraft(next.draft)
      throw next.problem
    })
    return { tone: 'good', sentence: text(schedule ? 'stayForm.changed' : 'stayForm.added') }
  }
  const shown = scheduleFaults(faults)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      edited={draft !== before || repeats.isEdited}
      {...headOf(schedule, { text, timesOf, reading: readingAt(schedule?.locationUid ?? depot.id) }, vehicle)}
      className="sm:w-[min(92vw,34rem)]"
      footer={
        <>
          <CancelButton />
          <Button
            form={form}
            type="submit"
            tone="primary"
            disabled={sending || (isRecurring && (repeats.faults.length > 0 || !repeats.isKnown))}
          >
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
          labels={rule ? 'rule' : isRecurring ? 'first' : 'stay'}
        />
        {!isRecurring && <TriedEffect overrides={triedStay(edit, now)} locationUid={depot.id} />}
        {(!schedule || rule) && (
          <RuleSection
            form={repeats}
            vehicleId={vehicle.id}
            rule={rule}
            arrival={draft.arrival}
            reading={readingAt(depot.id)}
            onChange={forget}
          />
        )}
        {isRecurring && <TriedEffect overrides={repeats.tried} locationUid={depot.id} />}
        <FormFault>{shown.rest}</FormFault>
      </form>
    </Dialog>
  )
}

type Words = { text: Text; timesOf: (stay: EvSchedule) => string; reading: Reading }

function headOf(schedule: EvSchedule | null, { text, timesOf, reading }: Words, vehicle: Vehicle) {
  if (!schedule) return { title: text('stayForm.new', { vehicle: vehicle.name ?? vehicle.id }) }
  if (isRule(schedule))
    return {
      title: text('ruleForm.changeTitle', { rule: ruleTimes(schedule, reading) }),
      description: text('ruleForm.changeBody'),
    }
  const title = text('stayForm.edit', { stay: timesOf(schedule) })
  return isOccurrence(schedule) ? { title, description: text('stayForm.occurrence') } : { title }
}
