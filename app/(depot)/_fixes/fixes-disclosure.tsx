'use client'

import { ChevronDown, Wrench } from 'lucide-react'
import { useId, useRef } from 'react'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { FixesPanel } from '@/app/(depot)/_fixes/fixes-panel'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import type { EvSchedule } from '@/lib/contract/schedule'

type FixesProps = { schedule: EvSchedule; vehicleName: string; onApplied?: () => void; className?: string }

/**
 * A button that opens what would help a schedule, and the panel below it. Which one is open is in the URL (`?fixes=`), so
 * that a link shows a colleague the same. Its parent is a wrapping flex row.
 */
export function FixesDisclosure({ schedule, vehicleName, onApplied, className }: FixesProps) {
  const text = useText()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const { get, set } = useUrlState()
  const open = get('fixes') === schedule.id
  return (
    <>
      <Button
        ref={button}
        size="small"
        className="no-print relative ml-auto pointer-coarse:h-11 max-sm:ml-0"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={text('fixes.titleOf', { vehicle: vehicleName })}
        onClick={() => set({ fixes: open ? null : schedule.id })}
      >
        <Wrench aria-hidden />
        {text('fixes.title')}
        <ChevronDown aria-hidden className={classes('transition-transform', open && 'rotate-180')} />
      </Button>
      {open && (
        <section
          id={id}
          aria-label={text('fixes.titleOf', { vehicle: vehicleName })}
          className={classes('relative basis-full animate-fade', className)}
        >
          <FixesPanel
            key={schedule.id}
            schedule={schedule}
            vehicleName={vehicleName}
            onApplied={() => {
              set({ fixes: null })
              button.current?.focus()
              onApplied?.()
            }}
          />
        </section>
      )}
    </>
  )
}
