'use client'

import { useRef } from 'react'
import type { Reading } from '@/components/format/instant-format'
import { RemoveLimitButton } from '@/components/limits/remove-limit-button'
import { useText } from '@/components/messages/use-text'
import { comingLimits, timesWords } from '@/components/settings/dated-limit-format'
import type { DatedLimit } from '@/components/settings/depot-draft'

/** So many are listed; the rest is counted. */
const LISTED = 10

type DatedLimitsProps = {
  limits: readonly DatedLimit[]
  onChange: (limits: DatedLimit[]) => void
  disabled: boolean
  now: number
  reading: Reading
}

/** The limits that are to hold for a time instead of the depot's own, each with a way to remove it. */
export function DatedLimits({ limits, onChange, disabled, now, reading }: DatedLimitsProps) {
  const text = useText()
  const group = useRef<HTMLFieldSetElement>(null)
  const coming = comingLimits(limits, now)
  const remove = (limit: DatedLimit) => {
    onChange(limits.filter((one) => one !== limit))
    group.current?.focus()
  }
  return (
    <fieldset ref={group} tabIndex={-1} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{text('datedLimits.name')}</legend>
      <p className="text-ink-3 text-sm">{text('datedLimits.note')}</p>
      {coming.length === 0 ? (
        <p className="text-sm">{text('datedLimits.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
          {coming.slice(0, LISTED).map((limit) => {
            const times = timesWords(limit, reading)
            return (
              <li key={`${limit.from} ${limit.to} ${limit.powerkW}`} className="flex items-center gap-4 py-1 pr-1 pl-3">
                <span className="min-w-0 flex-1 text-sm">
                  {times}
                  {limit.note && <span className="block break-words text-ink-3">{limit.note}</span>}
                </span>
                <span className="whitespace-nowrap font-medium text-sm">
                  {text('datedLimits.power', { power: limit.powerkW })}
                </span>
                {!disabled && <RemoveLimitButton times={times} onClick={() => remove(limit)} />}
              </li>
            )
          })}
        </ul>
      )}
      {coming.length > LISTED && (
        <p className="text-ink-3 text-sm">{text('datedLimits.more', { count: coming.length - LISTED })}</p>
      )}
    </fieldset>
  )
}
