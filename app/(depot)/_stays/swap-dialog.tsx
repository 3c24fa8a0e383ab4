'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { readinessQuery } from '@/app/(depot)/_data/queries'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useTakeBack } from '@/app/(depot)/_data/use-take-back'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { swapDuties } from '@/app/(depot)/_stays/swap-duties'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { nearDayAndTime } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { swapChoices, triedSwap } from '@/components/schedule/swap-choices'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { useToast } from '@/components/ui/toast'
import type { Departure } from '@/lib/contract/readiness'
import type { EvSchedule } from '@/lib/contract/schedule'

/** So many hours ahead a vehicle to swap with is looked for. */
const AHEAD_HOURS = 48

type SwapDialogProps = { schedule: EvSchedule; vehicleName: string; now: number; onClose: () => void }

/** Has a vehicle exchange its duty with another one; what that does to the plan is seen before. */
export function SwapDialog({ schedule, vehicleName, now, onClose }: SwapDialogProps) {
  const text = useText()
  const reading = useReading()
  const toast = useToast()
  const queries = useQueryClient()
  const takeBack = useTakeBack()
  const board = useQuery(readinessQuery(schedule.locationUid, AHEAD_HOURS))
  const [chosen, setChosen] = useState('')
  const choices = board.data ? swapChoices(board.data.departures, schedule, now) : []
  const other = choices.find((one) => one.schedule.id === chosen)?.schedule
  const nameOf = ({ vehicleName: name, schedule: { evId } }: Departure) => name ?? evId
  const { send, sending, faults, forget } = useSend(
    (its: EvSchedule) => swapDuties(schedule, its),
    (wayBack) => {
      onClose()
      toast({
        tone: 'good',
        sentence: text('swap.done', { vehicle: vehicleName }),
        action: { label: text('fixes.undo'), run: () => takeBack(wayBack) },
      })
      return refreshDepot(queries)
    },
  )
  const wordsOf = (choice: Departure) =>
    text(choice.schedule.blockId ? 'swap.choiceBlock' : 'swap.choice', {
      ...{ vehicle: nameOf(choice), state: text(`state.${choice.state}`), soc: choice.schedule.targetSoC },
      ...{ block: choice.schedule.blockId ?? '' },
      time: nearDayAndTime(Date.parse(choice.schedule.plannedDepartureTime), now, reading),
    })
  return (
    <FormDialog
      title={text('swap.title', { vehicle: vehicleName })}
      description={text('swap.body')}
      action={text(sending ? 'action.saving' : 'swap.confirm')}
      disabled={sending || !other}
      edited={chosen !== ''}
      fault={faults.status === 409 ? text('swap.conflict') : (faults.rest ?? Object.values(faults.fields)[0] ?? null)}
      onSubmit={() => other && send(other)}
      onClose={onClose}
    >
      {board.isPending && <Skeleton className="h-16" />}
      {board.isError && <FailedQuery query={board} />}
      {board.data && choices.length === 0 && <p className="text-ink-2 text-sm">{text('swap.none')}</p>}
      {choices.length > 0 && (
        <Field label={text('swap.with')}>
          <Select
            value={other?.id ?? ''}
            onChange={(event) => {
              setChosen(event.target.value)
              forget()
            }}
          >
            <option value="">{text('swap.choose')}</option>
            {choices.map((choice) => (
              <option key={choice.schedule.id} value={choice.schedule.id}>
                {wordsOf(choice)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {other && <TriedEffect overrides={triedSwap(schedule, other)} locationUid={schedule.locationUid} />}
    </FormDialog>
  )
}
