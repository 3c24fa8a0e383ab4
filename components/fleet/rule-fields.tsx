'use client'

import {
  dayOfClock,
  MONTH_DAYS,
  monthDaysOf,
  RULE_ENDS,
  RULE_KINDS,
  type RuleDraft,
  type RuleFieldFault,
  ruleOfDraft,
} from '@/components/fleet/rule-draft'
import { monthlyDay, monthlyWords } from '@/components/fleet/rule-format'
import { useText } from '@/components/messages/use-text'
import { DayToggles } from '@/components/ui/day-toggles'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Select } from '@/components/ui/select'
import { WEEKDAYS } from '@/lib/contract/enumerations'
import { parseRecurrenceRule } from '@/lib/contract/recurrence-rule'
import type { Day } from '@/lib/time/calendar-day'

type RuleFieldsProps = {
  recurs: RuleDraft
  /** The first arrival as forms have it: the date says which day of the month. */
  arrival: string
  faults: readonly RuleFieldFault[]
  onChange: (recurs: RuleDraft) => void
  /** A rule stays a rule. */
  isRule: boolean
}

/** How often a stay recurs and until when, in words. */
export function RuleFields({ recurs, arrival, faults, onChange, isRule }: RuleFieldsProps) {
  const text = useText()
  const kinds = RULE_KINDS.filter((kind) => !isRule || kind !== 'once')
  const shown = recurs.kind === 'other' ? (['other', ...kinds] as const) : kinds
  return (
    <div className="flex flex-col gap-4 border-line border-t pt-4">
      <div className="flex flex-col gap-1.5">
        <span className="font-medium text-sm">{text('ruleForm.repeats')}</span>
        <SegmentedControl
          label={text('ruleForm.repeats')}
          value={recurs.kind}
          onValueChange={(kind) => onChange({ ...recurs, kind })}
          options={shown.map((value) => ({ value, label: text(`ruleForm.kind.${value}`) }))}
          className="max-w-full self-start"
        />
        {recurs.kind === 'other' && <code className="break-all text-ink-2 text-xs">{recurs.written}</code>}
      </div>
      {recurs.kind !== 'once' && recurs.kind !== 'other' && (
        <Recurring recurs={recurs} kind={recurs.kind} arrival={arrival} faults={faults} onChange={onChange} />
      )}
    </div>
  )
}

type RecurringProps = Omit<RuleFieldsProps, 'isRule'> & { kind: 'daily' | 'weekly' | 'monthly' }

function Recurring({ recurs, kind, arrival, faults, onChange }: RecurringProps) {
  const text = useText()
  const change = (part: Partial<RuleDraft>) => onChange({ ...recurs, ...part })
  const faultAt = (fault: RuleFieldFault) => (faults.includes(fault) ? text(`ruleForm.fault.${fault}`) : undefined)
  return (
    <>
      {kind === 'weekly' && (
        <div className="flex flex-col gap-1.5">
          <span className="font-medium text-sm">{text('ruleForm.weekdays')}</span>
          <DayToggles
            label={text('ruleForm.weekdays')}
            value={WEEKDAYS.filter((_, index) => recurs.weekdays.includes(index))}
            onChange={(days) => change({ weekdays: days.map((day) => WEEKDAYS.indexOf(day)) })}
          />
          {faultAt('weekdays') && (
            <p role="alert" className="text-critical text-sm">
              {faultAt('weekdays')}
            </p>
          )}
        </div>
      )}
      <div className="grid items-start gap-x-5 gap-y-4 sm:grid-cols-2">
        {kind === 'monthly' && <MonthDayField recurs={recurs} day={dayOfClock(arrival)} onChange={change} />}
        <Field label={text(`ruleForm.every.${kind}`)} error={faultAt('interval')}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={recurs.interval}
            onChange={(event) => change({ interval: event.target.value })}
          />
        </Field>
        <Field label={text('ruleForm.ends')}>
          <Select
            value={recurs.ends}
            onChange={(event) => change({ ends: RULE_ENDS.find((ends) => ends === event.target.value) ?? 'never' })}
          >
            {RULE_ENDS.map((ends) => (
              <option key={ends} value={ends}>
                {text(`ruleForm.ends.${ends}`)}
              </option>
            ))}
          </Select>
        </Field>
        {recurs.ends === 'on' && (
          <Field label={text('ruleForm.until')} error={faultAt('until')}>
            <Input type="date" value={recurs.until} onChange={(event) => change({ until: event.target.value })} />
          </Field>
        )}
        {recurs.ends === 'after' && (
          <Field label={text('ruleForm.count')} error={faultAt('count')}>
            <Input
              inputMode="numeric"
              autoComplete="off"
              value={recurs.count}
              onChange={(event) => change({ count: event.target.value })}
            />
          </Field>
        )}
      </div>
    </>
  )
}

type MonthDayFieldProps = { recurs: RuleDraft; day: Day | null; onChange: (part: Partial<RuleDraft>) => void }

/** Which day of the month, as the first arrival's date says it. */
function MonthDayField({ recurs, day, onChange }: MonthDayFieldProps) {
  const text = useText()
  const fitting = day === null ? [] : monthDaysOf(day)
  const choices = MONTH_DAYS.filter((choice) => choice === recurs.monthDay || fitting.includes(choice))
  const wordsOf = (monthDay: RuleDraft['monthDay']) => {
    const rule = ruleOfDraft({ ...recurs, kind: 'monthly', monthDay }, day ?? 0) ?? ''
    const said = monthlyDay(parseRecurrenceRule(rule).parts)
    return said ? monthlyWords(said, text) : ''
  }
  return (
    <Field label={text('ruleForm.monthDay')} className="sm:col-span-2">
      <Select
        value={recurs.monthDay}
        onChange={(event) =>
          onChange({ monthDay: MONTH_DAYS.find((choice) => choice === event.target.value) ?? 'date' })
        }
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {wordsOf(choice)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
