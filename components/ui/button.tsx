import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classes } from '@/components/ui/classes'

const styles = cva(
  'inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium transition-colors duration-100 disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        primary: 'bg-accent text-on-accent hover:bg-accent-strong',
        secondary: 'border border-line bg-surface text-ink shadow-1 hover:bg-sunken',
        quiet: 'text-ink-2 hover:bg-sunken hover:text-ink',
        danger: 'bg-critical text-on-critical hover:opacity-90',
      },
      size: {
        small: 'h-8 px-2.5 text-sm',
        medium: 'h-9 px-3.5 text-sm pointer-coarse:h-11',
        large: 'h-11 px-5 text-base',
        icon: 'size-9 pointer-coarse:size-11',
        'icon-small': 'size-8 pointer-coarse:size-10',
      },
    },
    defaultVariants: { tone: 'secondary', size: 'medium' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof styles> & { asChild?: boolean }

/** A button; `asChild` gives its looks to a link inside. An icon button needs an `aria-label`. */
export function Button({ className, tone, size, asChild = false, type = 'button', ...props }: ButtonProps) {
  const Part = asChild ? Slot.Root : 'button'
  return <Part className={classes(styles({ tone, size }), className)} {...(asChild ? {} : { type })} {...props} />
}
