'use client'

import { CalendarX, Clock, Pencil, X } from 'lucide-react'
import type { RuleDate } from '@/components/fleet/rule-dates'
import type { Exceptions } from '@/components/fleet/rule-request'
import { timesOnDay } from '@/components/fleet/stay-format'
import { dayOf, durationWords, type Reading, zoneName } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'

type RuleDateListProps = {
  dates: readonly RuleDate[]
  exceptions: Exceptions
  reading: Reading
  /** Whether single dates may be chosen already. */
  mayChoose: boolean
  onSkip: (day: string) => void
  /** Makes a date as its rule says again. */
  onKeep: (day: string) => void
}

/** The next dates of a rule with their local times; single ones can be skipped, and what is different stands as a chip. */
export function RuleDateList({ dates, exceptions, reading, mayChoose, onSkip, onKeep }: RuleDateListProps) {
  const text = useText()
  const [first] = dates
  if (!first) return <p className="text-sm text-urgent">{text('ruleForm.none')}</p>
  return (
    <section aria-label={text('ruleForm.next', { count: dates.length })} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="font-medium text-sm">{text('ruleForm.next', { count: dates.length })}</h3>
        <p className="text-ink-3 text-xs">
          {text('ruleForm.nextNote', { zone: zoneName(reading.zone, first.arrival, reading.locale) })}
        </p>
      </div>
      <ol className="divide-y divide-line/60 rounded-md border border-line text-sm">
        {dates.map((date) => (
          <DateRow key={date.day} {...{ date, exceptions, reading, mayChoose, onSkip }} />
        ))}
      </ol>
      <ExceptionChips exceptions={exceptions} reading={reading} onKeep={onKeep} />
    </section>
  )
}

type DateRowProps = Pick<RuleDateListProps, 'exceptions' | 'reading' | 'mayChoose' | 'onSkip'> & { date: RuleDate }

function DateRow({ date, exceptions, reading, mayChoose, onSkip }: DateRowProps) {
  const text = useText()
  const isSkipped = exceptions.skips.has(date.day)
  const changed = exceptions.changes.get(date.day)
  const times = changed ?? { from: date.arrival, to: date.departure }
  const day = dayOf(date.arrival, reading)
  return (
    <li className="flex min-h-9 items-center gap-3 py-0.5 pr-1 pl-3">
      <span className={classes('min-w-0 flex-1 tabular-nums', isSkipped && 'text-ink-3 line-through')}>
        <span className="inline-block min-w-24">{day}</span> {timesOnDay(day, times, reading)}
        {date.longerMs !== 0 && !changed && (
          <span className="ml-2 inline-flex items-center gap-1 text-caution text-xs">
            <Clock aria-hidden className="size-3.5" />
            {text(date.longerMs > 0 ? 'ruleForm.longer' : 'ruleForm.shorter', {
              time: durationWords(Math.abs(date.longerMs), reading),
            })}
          </span>
        )}
      </span>
      {!isSkipped && (
        <Button
          tone="quiet"
          size="small"
          disabled={!mayChoose}
          aria-label={text('ruleForm.skipDay', { day })}
          onClick={() => onSkip(date.day)}
        >
          {text('ruleForm.skip')}
        </Button>
      )}
    </li>
  )
}

type ExceptionChipsProps = Pick<RuleDateListProps, 'exceptions' | 'reading' | 'onKeep'>

function ExceptionChips({ exceptions: { skips, changes }, reading, onKeep }: ExceptionChipsProps) {
  const text = useText()
  if (skips.size + changes.size === 0) return null
  const days = [...new Set([...skips, ...changes.keys()])].sort()
  return (
    <ul aria-label={text('ruleForm.exceptions')} className="flex flex-wrap gap-2">
      {days.map((day) => {
        const name = dayOf(utcDay(day), { ...reading, zone: 'UTC' })
        const changed = skips.has(day) ? undefined : changes.get(day)
        const Icon = changed ? Pencil : CalendarX
        return (
          <li
            key={day}
            className="inline-flex items-center gap-1.5 rounded-full border border-line bg-sunken pl-2.5 text-sm"
          >
            <Icon aria-hidden className="size-3.5 text-ink-3" />
            {changed
              ? text('ruleForm.changed', { stay: `${name} ${timesOnDay(name, changed, reading)}` })
              : text('ruleForm.skipped', { day: name })}
            <Button
              tone="quiet"
              size="icon-small"
              aria-label={text(changed ? 'ruleForm.restoreDay' : 'ruleForm.keepDay', { day: name })}
              onClick={() => onKeep(day)}
            >
              <X aria-hidden />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** A day as an occurrence's id has it (`20261204`), as an instant of UTC. */
function utcDay(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)))
}
