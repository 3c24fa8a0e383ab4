import type { ComponentProps } from 'react'
import { classes } from '@/components/ui/classes'

export const controlStyle =
  'h-9 w-full rounded-md border border-line-control bg-surface px-3 text-base text-ink placeholder:text-ink-3 disabled:opacity-60 aria-invalid:border-critical aria-invalid:ring-1 aria-invalid:ring-critical pointer-coarse:h-11 pointer-coarse:text-[1rem]'

/** A line of text. On touch screens its text is 16 px, so that phones do not zoom in. */
export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input type={type} className={classes(controlStyle, className)} {...props} />
}

export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={classes(controlStyle, 'h-auto min-h-24 py-2', className)} {...props} />
}
