'use client'

import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { dayAndTime, type Reading } from '@/components/format/instant-format'
import { gripsOf, isMoved, LONG_STEP_MS, type MovedStay, STEP_MS, stepBy } from '@/components/timeline/moved-stay'
import { Button } from '@/components/ui/button'
import { SegmentedControl } from '@/components/ui/segmented-control'

type MoveCardProps = {
  moved: MovedStay
  vehicle: string
  now: number
  reading: Reading
  onMove: (moved: MovedStay) => void
  onSave: () => void
  onCancel: () => void
  saving: boolean
  /** Why it cannot be saved as it is. */
  fault: string | null
  /** What it would do to the plan. */
  children: ReactNode
}

/** A stay that is being moved: its times, what that does to the plan, and the buttons for whom dragging is not at hand. */
export function MoveCard(props: MoveCardProps) {
  const { moved, vehicle, now, reading, onMove, onSave, onCancel, saving, fault, children } = props
  const { text } = reading
  const step = (byMs: number) => () => onMove(stepBy(moved, byMs, now))
  return (
    <section
      aria-label={text('move.title', { vehicle })}
      className="absolute inset-x-2 bottom-2 z-30 flex max-h-[70%] flex-col gap-3 overflow-y-auto max-sm:max-h-[90%] max-sm:gap-2 rounded-lg border border-line bg-surface p-4 shadow-2 sm:left-auto sm:w-96"
    >
      <h2 className="font-semibold">{text('move.title', { vehicle })}</h2>
      <dl aria-live="polite" className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm tabular-nums">
        <Times label={text('move.arrival')} before={moved.stay.from} after={moved.from} reading={reading} />
        <Times label={text('move.departure')} before={moved.stay.to} after={moved.to} reading={reading} />
      </dl>
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={text('move.grip')}
          value={moved.grip}
          onValueChange={(grip) => onMove({ ...moved, grip })}
          options={gripsOf(moved.stay, now).map((value) => ({ value, label: text(`move.grip.${value}`) }))}
        />
        <div className="flex">
          <Step icon={<ChevronsLeft aria-hidden />} label={text('move.hourEarlier')} onClick={step(-LONG_STEP_MS)} />
          <Step icon={<ChevronLeft aria-hidden />} label={text('move.earlier')} onClick={step(-STEP_MS)} />
          <Step icon={<ChevronRight aria-hidden />} label={text('move.later')} onClick={step(STEP_MS)} />
          <Step icon={<ChevronsRight aria-hidden />} label={text('move.hourLater')} onClick={step(LONG_STEP_MS)} />
        </div>
      </div>
      {children}
      {fault && (
        <p role="alert" className="text-sm text-urgent">
          {fault}
        </p>
      )}
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-surface px-4 py-3">
        <span className="mr-auto text-ink-3 text-xs max-sm:hidden">{text('move.keys')}</span>
        <Button onClick={onCancel}>{text('action.cancel')}</Button>
        <Button tone="primary" onClick={onSave} disabled={saving || !isMoved(moved)}>
          {text(saving ? 'action.saving' : 'action.save')}
        </Button>
      </div>
    </section>
  )
}

type TimesProps = { label: string; before: number; after: number; reading: Reading }

function Times({ label, before, after, reading }: TimesProps) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd>
        {before === after ? (
          dayAndTime(after, reading)
        ) : (
          <>
            <s className="text-ink-3">{dayAndTime(before, reading)}</s>{' '}
            <strong className="font-semibold">{dayAndTime(after, reading)}</strong>
          </>
        )}
      </dd>
    </>
  )
}

function Step({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  return (
    <Button tone="quiet" size="icon" aria-label={label} onClick={onClick}>
      {icon}
    </Button>
  )
}
