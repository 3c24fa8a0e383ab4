'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, TriangleAlert } from 'lucide-react'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { settled } from '@/app/(depot)/_data/settled'
import { tryRule } from '@/app/(depot)/fleet/[vehicleId]/save-rule'
import type { RuleForm } from '@/app/(depot)/fleet/[vehicleId]/use-rule-form'
import { RuleDateList } from '@/components/fleet/rule-date-list'
import { RuleFields } from '@/components/fleet/rule-fields'
import type { RuleRequest } from '@/components/fleet/rule-request'
import { stayTimes } from '@/components/fleet/stay-format'
import { dayOf, type Reading } from '@/components/format/instant-format'
import { faultSentence } from '@/components/format/refusal-words'
import { useText } from '@/components/messages/use-text'
import type { EvSchedule } from '@/lib/contract/schedule'

type RuleSectionProps = {
  form: RuleForm
  vehicleId: string
  rule: EvSchedule | null
  arrival: string
  reading: Reading
  onChange: () => void
}

/** How a stay recurs, its next dates, and whether they overlap others: looked for while it is typed. */
export function RuleSection({ form, vehicleId, rule, arrival, reading, onChange }: RuleSectionProps) {
  const change = (run: () => void) => {
    run()
    onChange()
  }
  const recurs = form.recurs.kind !== 'once'
  return (
    <>
      <RuleFields
        recurs={form.recurs}
        arrival={arrival}
        faults={form.faults}
        onChange={(next) => change(() => form.setRecurs(next))}
        isRule={rule !== null}
      />
      {recurs && form.times && (
        <RuleDateList
          dates={form.dates}
          exceptions={form.exceptions}
          mayChoose={form.isKnown}
          reading={reading}
          onSkip={(day) => change(() => form.skip(day))}
          onKeep={(day) => change(() => form.keep(day))}
        />
      )}
      {recurs && form.request && form.isEdited && (
        <Overlaps vehicleId={vehicleId} request={form.request} rule={rule} clash={form.clash} reading={reading} />
      )}
    </>
  )
}

type OverlapsProps = {
  vehicleId: string
  request: RuleRequest
  rule: EvSchedule | null
  clash: RuleForm['clash']
  reading: Reading
}

/** Whether the API would take it, asked by a dry run. */
function Overlaps({ vehicleId, request, rule, clash, reading }: OverlapsProps) {
  const text = useText()
  const trial = useQuery({
    queryKey: ['try-rule', vehicleId, request],
    queryFn: async ({ signal }) => {
      await settled(signal)
      await tryRule({ vehicleId, request, opened: rule, text }, signal)
      return true
    },
    gcTime: 0,
  })
  if (trial.isPending) return <p className="text-ink-3 text-sm">{text('ruleForm.trying')}</p>
  if (trial.isSuccess)
    return (
      <p role="status" className="flex items-center gap-1.5 text-ink-2 text-sm">
        <Check aria-hidden className="size-4 text-good" />
        {text('ruleForm.fits')}
      </p>
    )
  const isOverlap = trial.error instanceof ApiProblem && trial.error.problem.status === 409
  const words =
    isOverlap && clash
      ? text('ruleForm.overlap', { day: dayOf(clash.arrival, reading), stay: stayTimes(clash.stay, reading) })
      : trial.error instanceof ApiProblem
        ? (trial.error.problem.errors?.map((fault) => faultSentence(fault.message, reading)).join(' ') ??
          errorSentence(trial.error, text, reading))
        : text('error.network')
  return (
    <p role="status" className="flex items-start gap-1.5 text-sm text-urgent">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {words}
    </p>
  )
}
