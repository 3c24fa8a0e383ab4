'use client'

import { Gauge } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { LimitDialog } from '@/app/(depot)/_limits/limit-dialog'
import { useLimits } from '@/app/(depot)/_limits/use-limits'
import { numberWords } from '@/components/format/number-format'
import { useText } from '@/components/messages/use-text'
import { comingLimits, timesWords } from '@/components/settings/dated-limit-format'
import { DatedLimits } from '@/components/settings/dated-limits'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'

/** Opens the dialog that sets a limit for a time; nothing for those who may not. */
export function LimitButton() {
  const text = useText()
  const mayChange = useMay('admin')
  const [open, setOpen] = useState(false)
  if (!mayChange) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Gauge aria-hidden />
        {text('limits.button')}
      </Button>
      {open && <LimitDialog onClose={() => setOpen(false)} />}
    </>
  )
}

/** The limits that hold now or later instead of the depot's own, each with a way to remove it; nothing where there is none. */
export function ComingLimits() {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const mayChange = useMay('admin')
  const { location } = useDepot()
  const { send, sending } = useLimits()
  const limits = location.powerLimits?.dates ?? []
  if (comingLimits(limits, now).length === 0) return null
  return (
    <Panel className="mb-4 px-5 py-4">
      <DatedLimits
        limits={limits}
        disabled={sending || !mayChange}
        now={now}
        reading={reading}
        onChange={(next) => {
          const kept = new Set(next.map(({ from }) => from))
          send({ change: (stored) => stored.filter(({ from }) => kept.has(from)), done: text('limits.removed') })
        }}
      />
    </Panel>
  )
}

/** The same in a line each, for the board: what limits the next `hours` other than the depot's own. */
export function LimitLines({ hours }: { hours: number }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const { location } = useDepot()
  const soon = comingLimits(location.powerLimits?.dates ?? [], now).filter(
    ({ from }) => Date.parse(from) < now + hours * 3_600_000,
  )
  return soon.map((limit) => (
    <p key={`${limit.from} ${limit.to}`} className="-mt-1 flex items-center gap-2 text-ink-2 text-sm">
      <Gauge aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">
        {text('limits.holds', {
          power: numberWords(limit.powerkW, reading.locale),
          times: timesWords(limit, reading),
        })}
        {limit.note && <span className="text-ink-3"> · {limit.note}</span>}
      </span>
    </p>
  ))
}
