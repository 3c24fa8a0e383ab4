'use client'

import { Repeat } from 'lucide-react'
import { ruleWords } from '@/components/fleet/rule-format'
import { type Reading, timeOfDay } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import type { EvSchedule } from '@/lib/contract/schedule'

type RuleListProps = {
  rules: readonly EvSchedule[]
  readingAt: (locationUid: string) => Reading
  /** Absent for who may only look. */
  onChange?: (rule: EvSchedule) => void
  onEnd?: (rule: EvSchedule) => void
}

/** A recurring stay in words: `Mon–Fri, 18:14 – 04:50`. */
export function ruleTimes(rule: EvSchedule, reading: Reading): string {
  return reading.text('vehicle.ruleTimes', {
    often: ruleWords(rule.recurrenceRule ?? '', reading),
    from: timeOfDay(Date.parse(rule.plannedArrivalTime), reading),
    to: timeOfDay(Date.parse(rule.plannedDepartureTime), reading),
  })
}

/** The recurring stays of a vehicle: how often, and the way to end one. */
export function RuleList({ rules, readingAt, onChange, onEnd }: RuleListProps) {
  const text = useText()
  if (rules.length === 0) return null
  return (
    <ul aria-label={text('vehicle.rules')} className="border-line border-b">
      {rules.map((rule) => {
        const times = ruleTimes(rule, readingAt(rule.locationUid))
        return (
          <li key={rule.id} className="flex min-h-11 flex-wrap items-center gap-x-2.5 py-1 pr-2 pl-5 text-sm">
            <Repeat aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="min-w-48 flex-1 first-letter:uppercase">{times}</span>
            {onChange && (
              <Button
                tone="quiet"
                size="small"
                aria-label={text('ruleForm.changeTitle', { rule: times })}
                onClick={() => onChange(rule)}
              >
                {text('ruleForm.change')}
              </Button>
            )}
            {onEnd && (
              <Button
                tone="quiet"
                size="small"
                aria-label={text('stayForm.endRuleTitle', { rule: times })}
                onClick={() => onEnd(rule)}
              >
                {text('stayForm.endRule')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
