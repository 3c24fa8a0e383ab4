'use client'

import type { ReactNode } from 'react'
import { numberWords } from '@/components/format/number-format'
import { useLocale } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'

type QuantityProps = { value: number | null | undefined; unit?: ReactNode; digits?: number; className?: string }

/** A number with its unit, tabular and unbroken; unknown is a dash without a unit. */
export function Quantity({ value, unit, digits = 0, className }: QuantityProps) {
  const words = numberWords(value, useLocale(), digits)
  return (
    <span className={classes('whitespace-nowrap tabular-nums', className)}>
      {words}
      {unit && words !== '—' && <span className="text-[0.82em] text-ink-3"> {unit}</span>}
    </span>
  )
}
