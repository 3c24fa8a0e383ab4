'use client'

import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'
import { classes } from '@/components/ui/classes'

type ControlProps = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }
type FieldProps = {
  label: ReactNode
  /** The unit or format, once, behind the label: `kWh`. */
  unit?: ReactNode
  hint?: ReactNode
  error?: string
  className?: string
  /** Exactly one input, select or text area. */
  children: ReactElement<ControlProps>
}

/** A labelled control with its hint and its error; the error is announced and tied to the control. */
export function Field({ label, unit, hint, error, className, children }: FieldProps) {
  const id = useId()
  const note = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  return (
    <div className={classes('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className="flex items-baseline justify-between gap-2 font-medium text-sm">
        {label}
        {unit && <span className="font-normal text-ink-3 text-xs">{unit}</span>}
      </label>
      {cloneElement(children, { id, 'aria-describedby': note, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-critical text-sm">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="text-ink-3 text-sm">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
