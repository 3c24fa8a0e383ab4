'use client'

import { type KeyboardEvent, useEffect, useState } from 'react'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import { clockTimeOf, steppedTime } from '@/components/ui/clock-time'
import { Input } from '@/components/ui/input'

type DateTimeInputProps = {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  /** What the time is of, for screen readers: `Arrival`. */
  name: string
  /** A wall clock, `2026-11-22T17:30`; either side may be empty while it is typed. */
  value: string
  onChange: (value: string) => void
}

/**
 * A date and a time of day on 24 hours, whatever the browser's language: a native date, and a time that is typed
 * (`0530`, `5:30`, `5`) or stepped by quarter-hours with the arrow keys.
 */
export function DateTimeInput({ name, value, onChange, ...control }: DateTimeInputProps) {
  const text = useText()
  const [date = '', time = ''] = value.split('T')
  const [typed, setTyped] = useState(time)
  useEffect(() => setTyped(time), [time])
  const commit = () => {
    const read = clockTimeOf(typed)
    if (read === null) onChange(`${date}T${typed.trim()}`)
    else {
      setTyped(read)
      onChange(`${date}T${read}`)
    }
  }
  const type = (next: string) => {
    setTyped(next)
    const read = /^\d{2}:\d{2}$/.test(next) ? clockTimeOf(next) : null
    if (read !== null) onChange(`${date}T${read}`)
  }
  const step = (event: KeyboardEvent) => {
    const steps = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    const read = clockTimeOf(typed)
    if (steps === 0 || read === null) return
    event.preventDefault()
    onChange(`${date}T${steppedTime(read, steps)}`)
  }
  return (
    <span className="flex gap-2">
      <Input
        type="date"
        {...control}
        value={date}
        className="min-w-0 flex-1"
        onChange={(event) => onChange(`${event.target.value}T${time}`)}
      />
      <Input
        aria-label={text('time.ofDay', { name })}
        aria-describedby={control['aria-describedby']}
        aria-invalid={control['aria-invalid']}
        inputMode="numeric"
        autoComplete="off"
        placeholder="17:30"
        maxLength={5}
        value={typed}
        className={classes('w-20 shrink-0 tabular-nums')}
        onChange={(event) => type(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          else step(event)
        }}
      />
    </span>
  )
}
