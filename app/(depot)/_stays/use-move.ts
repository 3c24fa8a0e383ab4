'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { refusal } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useTakeBack } from '@/app/(depot)/_data/use-take-back'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { patchAsSeen } from '@/app/(depot)/_stays/patch-as-seen'
import { dayAndTimes } from '@/components/fleet/stay-format'
import { useText } from '@/components/messages/use-text'
import { isMoved, type MovedStay } from '@/components/timeline/moved-stay'
import { useToast } from '@/components/ui/toast'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Interval } from '@/lib/time/interval'

type Times = { plannedArrivalTime?: string; plannedDepartureTime?: string }

type Words = { gone: string; stale: (theirs: Interval, seen: Interval) => string }

/** A stay that is being moved: stored by one PATCH, on the times that were seen, and taken back with one click. */
export function useMove(after?: () => void) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const [moved, setMoved] = useState<MovedStay | null>(null)
  const reading = useReading()
  const words: Words = {
    gone: text('stayForm.gone'),
    stale: (theirs, seen) =>
      text('move.stale', { theirs: dayAndTimes(theirs, reading), seen: dayAndTimes(seen, reading) }),
  }
  const takeBack = useTakeBack()
  const { send, sending, faults, forget } = useSend(
    async (wanted: MovedStay) => {
      await saveMove(wanted, words)
      return wanted
    },
    (done) => {
      setMoved(null)
      after?.()
      toast({
        tone: 'good',
        sentence: text('stayForm.changed'),
        action: { label: text('fixes.undo'), run: () => takeBack(() => saveMove(movedBack(done), words)) },
      })
      return refreshDepot(queries)
    },
  )
  const onMove = useCallback(
    (next: MovedStay | null) => {
      // What is on its way to the server stays as it was sent.
      if (sending) return
      setMoved(next)
      forget()
    },
    [forget, sending],
  )
  const save = (wanted: MovedStay) => {
    if (isMoved(wanted) && !sending) send(wanted)
  }
  const fault = faults.rest ?? Object.values(faults.fields)[0] ?? null
  return { moved, onMove, save, onSave: () => moved && save(moved), saving: sending, fault }
}

/** Only what was moved is sent, so that a colleague's change of the other end stays. */
function timesOf({ stay, from, to }: MovedStay): Times {
  return {
    ...(from !== stay.from && { plannedArrivalTime: toTimestamp(from) }),
    ...(to !== stay.to && { plannedDepartureTime: toTimestamp(to) }),
  }
}

/** What is tried of the depot's plan while a stay is moved. */
export function triedMove(moved: MovedStay): PlanOverridesInput {
  return { schedules: [{ id: moved.stay.id, ...timesOf(moved) }] }
}

function movedBack({ stay, from, to }: MovedStay): MovedStay {
  return { stay: { ...stay, from, to }, grip: 'whole', from: stay.from, to: stay.to }
}

/** @throws ApiProblem where somebody has moved the stay meanwhile, and for an overlap: then nothing is stored */
async function saveMove(moved: MovedStay, words: Words): Promise<void> {
  const { stay } = moved
  await patchAsSeen(
    stay.vehicleId,
    { id: stay.id, ...timesOf(moved) },
    {
      stale: ({ plannedArrivalTime, plannedDepartureTime }) => {
        const theirs = { from: Date.parse(plannedArrivalTime), to: Date.parse(plannedDepartureTime) }
        return theirs.from === stay.from && theirs.to === stay.to ? null : refusal(words.stale(theirs, stay))
      },
      gone: () => refusal(words.gone),
    },
  )
}
