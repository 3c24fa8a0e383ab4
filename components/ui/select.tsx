import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from '@/components/ui/classes'
import { controlStyle } from '@/components/ui/input'

/** A choice of one. The system's own list opens: the best one there is on a phone and for a keyboard. */
export function Select({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span className={classes('relative block', className)}>
      <select className={classes(controlStyle, 'appearance-none pr-9')} {...props}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-3"
      />
    </span>
  )
}
