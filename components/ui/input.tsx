'use client'

import { type ChangeEvent, type ComponentProps, useEffect, useRef } from 'react'
import { classes } from '@/components/ui/classes'

export const controlStyle =
  'h-9 w-full rounded-md border border-line-control bg-surface px-3 text-base text-ink placeholder:text-ink-3 disabled:opacity-60 aria-invalid:border-critical aria-invalid:ring-1 aria-invalid:ring-critical pointer-coarse:h-11 pointer-coarse:text-[1rem]'

/** What a browser keeps in these as it was typed. */
const TEXTS = ['text', 'search', 'email', 'password', 'tel', 'url']

/**
 * A line of text. On touch screens its text is 16 px, so that phones do not zoom in. What was typed before the page's
 * script had come is told once it is there: React does not tell it.
 */
export function Input({ className, type = 'text', ...props }: Omit<ComponentProps<'input'>, 'ref'>) {
  const element = useRef<HTMLInputElement>(null)
  const first = useRef({ type, props })
  useEffect(() => {
    const target = element.current
    const { value, onChange } = first.current.props
    if (!target || !TEXTS.includes(first.current.type) || typeof value !== 'string' || target.value === value) return
    onChange?.({ target, currentTarget: target } as ChangeEvent<HTMLInputElement>)
  }, [])
  return <input ref={element} type={type} className={classes(controlStyle, className)} {...props} />
}

export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={classes(controlStyle, 'h-auto min-h-24 py-2', className)} {...props} />
}
