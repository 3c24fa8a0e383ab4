'use client'

import { Gauge } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { LimitDialog } from '@/app/(depot)/_limits/limit-dialog'
import { RemoveLimit } from '@/app/(depot)/_limits/remove-limit'
import { numberWords } from '@/components/format/number-format'
import { RemoveLimitButton } from '@/components/limits/remove-limit-button'
import { useText } from '@/components/messages/use-text'
import { comingLimits, timesWords } from '@/components/settings/dated-limit-format'
import { DatedLimits } from '@/components/settings/dated-limits'
import type { DatedLimit } from '@/components/settings/depot-draft'
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
  const now = useNow()
  const reading = useReading()
  const mayChange = useMay('admin')
  const { location } = useDepot()
  const [removing, setRemoving] = useState<DatedLimit | null>(null)
  const limits = location.powerLimits?.dates ?? []
  if (comingLimits(limits, now).length === 0) return null
  return (
    <Panel className="mb-4 px-5 py-4">
      <DatedLimits
        limits={limits}
        disabled={!mayChange}
        now={now}
        reading={reading}
        onChange={(next) => setRemoving(limits.find((limit) => !next.includes(limit)) ?? null)}
      />
      {removing && <RemoveLimit limit={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  )
}

/** The same in a line each, for the board: what limits the next `hours` other than the depot's own. */
export function LimitLines({ hours }: { hours: number }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const mayChange = useMay('admin')
  const { location } = useDepot()
  const [removing, setRemoving] = useState<DatedLimit | null>(null)
  const soon = comingLimits(location.powerLimits?.dates ?? [], now).filter(
    ({ from }) => Date.parse(from) < now + hours * 3_600_000,
  )
  return (
    <>
      {soon.map((limit) => {
        const times = timesWords(limit, reading)
        return (
          <div key={`${limit.from} ${limit.to}`} className="-mt-1 flex items-center gap-2 text-ink-2 text-sm">
            <Gauge aria-hidden className="size-4 shrink-0" />
            <p className="min-w-0">
              {text('limits.holds', { power: numberWords(limit.powerkW, reading.locale), times })}
              {limit.note && <span className="text-ink-3"> · {limit.note}</span>}
            </p>
            {mayChange && <RemoveLimitButton times={times} onClick={() => setRemoving(limit)} />}
          </div>
        )
      })}
      {removing && <RemoveLimit limit={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}
