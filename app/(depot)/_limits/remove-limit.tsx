'use client'

import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { useLimits } from '@/app/(depot)/_limits/use-limits'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { numberWords } from '@/components/format/number-format'
import { timesWords } from '@/components/settings/dated-limit-format'
import type { DatedLimit } from '@/components/settings/depot-draft'
import { FormDialog } from '@/components/ui/form-dialog'

/** Removes a limit that holds for a time, and says what that would do to the plan before it is done. */
export function RemoveLimit({ limit, onClose }: { limit: DatedLimit; onClose: () => void }) {
  const reading = useReading()
  const { text, locale } = reading
  const { location } = useDepot()
  const { send, sending, faults } = useLimits(onClose)
  const without = (limits: readonly DatedLimit[]) =>
    limits.filter(({ from, to }) => from !== limit.from || to !== limit.to)
  const left = without(location.powerLimits?.dates ?? [])
  return (
    <FormDialog
      title={text('limits.removeTitle')}
      description={text('limits.holds', {
        power: numberWords(limit.powerkW, locale),
        times: timesWords(limit, reading),
      })}
      action={text('datedLimits.remove')}
      disabled={sending}
      fault={faults.rest ?? Object.values(faults.fields)[0] ?? null}
      onSubmit={() => send({ change: without, done: text('limits.removed') })}
      onClose={onClose}
    >
      <TriedEffect overrides={{ powerLimits: { dates: left.length > 0 ? left : null } }} />
    </FormDialog>
  )
}
