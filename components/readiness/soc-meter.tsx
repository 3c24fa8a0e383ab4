'use client'

import { numberWords } from '@/components/format/number-format'
import { useLocale, useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'

type SocMeterProps = {
  nowSoc?: number
  predictedSoc?: number
  targetSoc: number
  minimumSoc?: number
  /** Whether what is predicted is enough; its colour says so, the numbers beside it do too. */
  short?: boolean
  className?: string
}

/** State of charge now (solid), at departure by the plan (hatched), the target as a mark and the minimum as a notch. */
export function SocMeter({ nowSoc, predictedSoc, targetSoc, minimumSoc, short, className }: SocMeterProps) {
  const text = useText()
  const locale = useLocale()
  const words = (value: number | undefined) => numberWords(value, locale)
  const reached = Math.max(nowSoc ?? 0, predictedSoc ?? 0)
  return (
    <span className={classes('flex min-w-0 items-center gap-3', className)}>
      <span aria-hidden className="relative h-2 min-w-12 flex-1 rounded-full bg-muted-soft">
        {predictedSoc !== undefined && (
          <span
            className={classes(
              'hatched absolute inset-y-0 left-0 rounded-full',
              short ? 'text-critical' : 'text-chart-soc',
            )}
            style={{ width: `${reached}%` }}
          />
        )}
        {nowSoc !== undefined && (
          <span
            className={classes('absolute inset-y-0 left-0 rounded-full', short ? 'bg-critical' : 'bg-chart-soc')}
            style={{ width: `${nowSoc}%` }}
          />
        )}
        {minimumSoc !== undefined && minimumSoc > 0 && (
          <span className="absolute -bottom-1 h-1.5 w-px bg-ink-3" style={{ left: `${minimumSoc}%` }} />
        )}
        <span
          className="absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-ink"
          style={{ left: `${targetSoc}%` }}
        />
      </span>
      <span className="w-[7.25rem] shrink-0 whitespace-nowrap text-right text-sm">
        <span className="sr-only">{text('soc.now')} </span>
        <span className={nowSoc === undefined ? 'text-ink-3' : 'text-ink-2'}>{words(nowSoc)}</span>
        <span aria-hidden className="px-1 text-ink-3">
          ›
        </span>
        <span className="sr-only">, {text('soc.atDeparture')} </span>
        <span className={classes('font-semibold', short && 'text-critical')}>{words(predictedSoc)}</span>
        <span className="text-ink-3 text-xs">
          <span aria-hidden> / </span>
          <span className="sr-only">, {text('soc.target')} </span>
          {words(targetSoc)} %
        </span>
      </span>
    </span>
  )
}
